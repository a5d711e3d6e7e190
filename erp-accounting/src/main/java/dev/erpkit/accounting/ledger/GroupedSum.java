package dev.erpkit.accounting.ledger;

/**
 * The grouped sum of a scan: every line is added once, to its leaf, and the leaves are joined at the end. Debits and credits
 * go to sums of their own, chosen by the sign bit, so that one addition a line and column gives net amount and turnover; no
 * branch is taken. Most chunks lie before, in or behind the period as a whole and need no look at their days; where a chunk
 * has no line with two different amounts, one column is summed for both.
 *
 * <p>A slot bounds the turnover of its lines, so no partial sum can overflow and plain addition is exact.
 */
final class GroupedSum {
    /** The sums of a leaf: debits and credits before the period, then debits and credits in it. */
    private static final int WIDTH = 4;

    private static final int BEFORE = 0;
    private static final int WITHIN = 2;

    private final Lines lines;
    private final long[] home;
    private final long[] amounts;
    private final long[] bases;

    /** Sums for leaves 0 to {@code leaves - 1}, which every line's leaf must be among. */
    GroupedSum(Lines lines, int leaves) {
        this.lines = lines;
        this.home = new long[leaves * WIDTH];
        this.amounts = new long[leaves * WIDTH];
        this.bases = new long[leaves * WIDTH];
    }

    /** Sums what is effective on or before a day, apart for what is effective before the period. */
    GroupedSum run(int from, int through) {
        for (int start = 0; start < lines.count(); start += Chunk.SIZE) {
            Chunk chunk = lines.chunk(start);
            int end = Math.min(Chunk.SIZE, lines.count() - start);
            if (chunk.homeOnly) {
                add(chunk, chunk.amount, end, from, through, home);
            } else {
                add(chunk, chunk.amount, end, from, through, amounts);
                add(chunk, chunk.base, end, from, through, bases);
            }
        }
        return this;
    }

    /** Adds the sums of a leaf to those of a group. */
    void addTo(long[] group, int at, int leaf) {
        addTo(group, at + Sums.AMOUNT, at + Sums.DEBIT_AMOUNT, amounts, leaf * WIDTH);
        addTo(group, at + Sums.BASE, at + Sums.DEBIT_BASE, bases, leaf * WIDTH);
    }

    private void addTo(long[] group, int net, int debit, long[] sums, int at) {
        long debitBefore = home[at] + sums[at];
        long creditBefore = home[at + 1] + sums[at + 1];
        long debitThrough = debitBefore + home[at + WITHIN] + sums[at + WITHIN];
        long creditThrough = creditBefore + home[at + WITHIN + 1] + sums[at + WITHIN + 1];
        group[net + Sums.OPENING] += debitBefore + creditBefore;
        group[debit + Sums.OPENING] += debitBefore;
        group[net + Sums.CLOSING] += debitThrough + creditThrough;
        group[debit + Sums.CLOSING] += debitThrough;
    }

    private static void add(Chunk chunk, long[] column, int end, int from, int through, long[] sums) {
        if (chunk.minDay > through) {
            return;
        }
        if (chunk.maxDay < from) {
            whole(chunk.leaf, column, end, BEFORE, sums);
        } else if (chunk.minDay >= from && chunk.maxDay <= through) {
            whole(chunk.leaf, column, end, WITHIN, sums);
        } else {
            mixed(chunk, column, end, from, through, sums);
        }
    }

    private static void whole(int[] leaf, long[] column, int end, int part, long[] sums) {
        for (int i = 0; i < end; i++) {
            long minor = column[i];
            sums[leaf[i] * WIDTH + part + (int) (minor >>> 63)] += minor;
        }
    }

    /** What is effective behind the period counts as zero, so that days in no order cost no mispredicted branch. */
    private static void mixed(Chunk chunk, long[] column, int end, int from, int through, long[] sums) {
        int[] leaf = chunk.leaf;
        int[] day = chunk.day;
        for (int i = 0; i < end; i++) {
            long minor = column[i] & ~ifLess(through, day[i]);
            int part = (int) ~ifLess(day[i], from) & WITHIN;
            sums[leaf[i] * WIDTH + part + (int) (minor >>> 63)] += minor;
        }
    }

    /** All bits where a is less than b, else none. */
    private static long ifLess(long a, long b) {
        return (a - b) >> 63;
    }
}
