package dev.erpkit.inventory.valuation;

import java.util.Arrays;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * The order in which facts take effect: by time, where the policy says so what comes in before all else, then as recorded.
 * Most facts are recorded in that order; the others are sorted and put among them.
 */
final class EffectiveOrder {
    private final Recorded facts;
    private final boolean inboundFirst;

    EffectiveOrder(Recorded facts, SameInstant sameInstant) {
        this.facts = facts;
        this.inboundFirst = sameInstant == SameInstant.INBOUND_FIRST;
    }

    /** The rows of the facts that count, in order. */
    int[] rows(Predicate<StockEvent> counts) {
        int[] kept = new int[facts.size()];
        int size = 0;
        MutableList<Integer> late = Lists.mutable.empty();
        for (int row = 0; row < kept.length; row++) {
            if (!counts.test(facts.get(row))) {
                continue;
            }
            if (size == 0 || compare(kept[size - 1], row) < 0) {
                kept[size++] = row;
            } else {
                late.add(row);
            }
        }
        return merged(Arrays.copyOf(kept, size + late.size()), size, late.sortThis(this::compare));
    }

    private int[] merged(int[] rows, int size, MutableList<Integer> late) {
        int kept = size - 1;
        int to = rows.length - 1;
        for (int i = late.size() - 1; i >= 0; i--) {
            int row = late.get(i);
            while (kept >= 0 && compare(rows[kept], row) > 0) {
                rows[to--] = rows[kept--];
            }
            rows[to--] = row;
        }
        return rows;
    }

    private int compare(int row, int other) {
        return compare(facts.get(row), facts.get(other));
    }

    /** Below zero when the first takes effect before the second. */
    int compare(StockEvent first, StockEvent second) {
        int byTime = first.at().compareTo(second.at());
        int byRank = byTime != 0 ? byTime : Integer.compare(rank(first), rank(second));
        return byRank != 0 ? byRank : Long.compare(first.number(), second.number());
    }

    private int rank(StockEvent event) {
        boolean inbound = event instanceof StockEvent.Receipt || event instanceof StockEvent.CustomerReturn;
        return inboundFirst && !inbound ? 1 : 0;
    }
}
