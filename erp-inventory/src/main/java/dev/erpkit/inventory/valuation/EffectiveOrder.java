package dev.erpkit.inventory.valuation;

import java.time.LocalDateTime;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * The order in which facts take effect: by time, where the policy says so what comes in before all else, then as
 * recorded. Facts are told in the order of their numbers. Most take effect in it; the others are sorted and put among them.
 */
final class EffectiveOrder {
    private final Recorded facts;
    private final boolean inboundFirst;
    private final int[] kept;
    private final MutableList<Integer> late = Lists.mutable.empty();
    private int size;
    /** When the last one that is kept takes effect, and whether as what comes in or as what does not. */
    private LocalDateTime latest = LocalDateTime.MIN;

    private int latestRank;

    EffectiveOrder(Recorded facts, SameInstant sameInstant) {
        this.facts = facts;
        this.inboundFirst = sameInstant == SameInstant.INBOUND_FIRST;
        this.kept = new int[facts.size()];
    }

    /**
     * Puts the fact of the next row in its place.
     *
     * @param inbound whether it brings goods in
     */
    void add(int row, LocalDateTime at, boolean inbound) {
        int rank = inboundFirst && !inbound ? 1 : 0;
        int byTime = at.compareTo(latest);
        if (byTime > 0 || (byTime == 0 && rank >= latestRank)) {
            kept[size++] = row;
            latest = at;
            latestRank = rank;
        } else {
            late.add(row);
        }
    }

    /** The rows in order. */
    int[] rows() {
        int all = size + late.size();
        return merged(all == kept.length ? kept : Arrays.copyOf(kept, all));
    }

    private int[] merged(int[] rows) {
        late.sortThis(this::compare);
        int next = size - 1;
        int to = rows.length - 1;
        for (int i = late.size() - 1; i >= 0; i--) {
            int row = late.get(i);
            while (next >= 0 && compare(rows[next], row) > 0) {
                rows[to--] = rows[next--];
            }
            rows[to--] = row;
        }
        return rows;
    }

    private int compare(int row, int other) {
        StockEvent first = facts.get(row);
        StockEvent second = facts.get(other);
        int byTime = first.at().compareTo(second.at());
        int byRank = byTime != 0 ? byTime : Integer.compare(rank(first), rank(second));
        return byRank != 0 ? byRank : Integer.compare(row, other);
    }

    private int rank(StockEvent event) {
        return inboundFirst && !isInbound(event) ? 1 : 0;
    }

    /** Whether a fact brings goods in. */
    static boolean isInbound(StockEvent event) {
        return event instanceof StockEvent.Receipt || event instanceof StockEvent.CustomerReturn;
    }
}
