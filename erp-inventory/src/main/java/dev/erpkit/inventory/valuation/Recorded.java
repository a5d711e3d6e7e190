package dev.erpkit.inventory.valuation;

import dev.erpkit.core.outcome.RefusedException;
import java.util.Iterator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.jspecify.annotations.Nullable;

/** Facts by their numbers, the first number in row 0. */
final class Recorded implements Iterable<StockEvent> {
    private final ImmutableList<StockEvent> facts;

    /** Facts that must be in the order of their numbers. */
    Recorded(Iterable<? extends StockEvent> events) {
        this(Lists.immutable.ofAll(events));
    }

    private Recorded(ImmutableList<StockEvent> facts) {
        this.facts = facts;
    }

    /** Whether they are in the order of their numbers, each once. */
    boolean ascend() {
        long last = Long.MIN_VALUE;
        for (int row = 0; row < facts.size(); row++) {
            long number = facts.get(row).number();
            if (number <= last && row > 0) {
                return false;
            }
            last = number;
        }
        return true;
    }

    /**
     * The same facts in the order of their numbers.
     *
     * @throws RefusedException when two have the same
     */
    Recorded sorted() {
        MutableLongSet seen = LongSets.mutable.empty();
        for (StockEvent fact : facts) {
            if (!seen.add(fact.number())) {
                throw StockRefusals.duplicateNumber(fact.number());
            }
        }
        return new Recorded(Lists.immutable.<StockEvent>ofAll(facts.toSortedListBy(StockEvent::number)));
    }

    int size() {
        return facts.size();
    }

    StockEvent get(int row) {
        return facts.get(row);
    }

    /** The row of a number; below zero when there is none. Numbers mostly have no gaps. */
    int row(long number) {
        long guess = facts.isEmpty() ? 0 : number - facts.get(0).number();
        if (guess >= 0 && guess < facts.size() && facts.get((int) guess).number() == number) {
            return (int) guess;
        }
        int low = 0;
        int high = facts.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = facts.get(middle).number();
            if (found == number) {
                return middle;
            }
            low = found < number ? middle + 1 : low;
            high = found < number ? high : middle - 1;
        }
        return -1;
    }

    /** The fact with a number. */
    @Nullable
    StockEvent find(long number) {
        int row = row(number);
        return row < 0 ? null : facts.get(row);
    }

    @Override
    public Iterator<StockEvent> iterator() {
        return facts.iterator();
    }
}
