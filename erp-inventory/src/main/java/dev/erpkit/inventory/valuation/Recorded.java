package dev.erpkit.inventory.valuation;

import dev.erpkit.core.outcome.RefusedException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import org.eclipse.collections.api.factory.primitive.LongSets;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.jspecify.annotations.Nullable;

/** Facts by their numbers, the first number in row 0. */
final class Recorded implements Iterable<StockEvent> {
    private final StockEvent[] facts;

    /**
     * Puts facts in the order of their numbers.
     *
     * @throws RefusedException when two have the same
     */
    Recorded(Iterable<? extends StockEvent> events) {
        facts = copy(events);
        for (int row = 1; row < facts.length; row++) {
            if (facts[row].number() <= facts[row - 1].number()) {
                sort();
                return;
            }
        }
    }

    private static StockEvent[] copy(Iterable<? extends StockEvent> events) {
        StockEvent[] copy = new StockEvent[16];
        int size = 0;
        for (StockEvent event : events) {
            copy = size == copy.length ? Arrays.copyOf(copy, 2 * size) : copy;
            copy[size++] = event;
        }
        return Arrays.copyOf(copy, size);
    }

    private void sort() {
        MutableLongSet seen = LongSets.mutable.empty();
        for (StockEvent fact : facts) {
            if (!seen.add(fact.number())) {
                throw StockRefusals.duplicateNumber(fact.number());
            }
        }
        Arrays.sort(facts, Comparator.comparingLong(StockEvent::number));
    }

    int size() {
        return facts.length;
    }

    StockEvent get(int row) {
        return facts[row];
    }

    /** The row of a number; below zero when there is none. Numbers mostly have no gaps. */
    int row(long number) {
        long guess = facts.length == 0 ? 0 : number - facts[0].number();
        if (guess >= 0 && guess < facts.length && facts[(int) guess].number() == number) {
            return (int) guess;
        }
        int low = 0;
        int high = facts.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = facts[middle].number();
            if (found == number) {
                return middle;
            }
            low = found < number ? middle + 1 : low;
            high = found < number ? high : middle - 1;
        }
        return -1;
    }

    /** The fact with a number. */
    @Nullable StockEvent find(long number) {
        int row = row(number);
        return row < 0 ? null : facts[row];
    }

    @Override
    public Iterator<StockEvent> iterator() {
        return Arrays.asList(facts).iterator();
    }
}
