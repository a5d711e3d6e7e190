package dev.erpkit.accounting.bank;

import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Looks for a few amounts that together give another, in a bounded number of steps. */
final class Sums {
    /** A search that does not end by then ends without more. */
    private static final int MOST_STEPS = 20_000;

    private final long[] amounts;
    private final long[] highest;
    private final long[] lowest;
    private final MutableList<int[]> found = Lists.mutable.empty();
    private int steps;

    private Sums(long[] amounts) {
        this.amounts = amounts;
        this.highest = new long[amounts.length + 1];
        this.lowest = new long[amounts.length + 1];
        for (int i = amounts.length - 1; i >= 0; i--) {
            highest[i] = highest[i + 1] + Math.max(0, amounts[i]);
            lowest[i] = lowest[i + 1] + Math.min(0, amounts[i]);
        }
    }

    /** The first two sets of two or more places whose amounts sum to the target, earlier places first. */
    static ImmutableList<int[]> of(long[] amounts, long target) {
        Sums search = new Sums(amounts);
        search.from(0, target, new int[amounts.length], 0);
        return search.found.toImmutable();
    }

    private void from(int at, long left, int[] taken, int count) {
        if (left == 0 && count >= 2) {
            found.add(Arrays.copyOf(taken, count));
            return;
        }
        if (at == amounts.length || found.size() == 2 || ++steps > MOST_STEPS) {
            return;
        }
        if (left > highest[at] || left < lowest[at]) {
            return;
        }
        taken[count] = at;
        from(at + 1, left - amounts[at], taken, count + 1);
        from(at + 1, left, taken, count);
    }
}
