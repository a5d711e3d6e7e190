package dev.erpkit.accounting.ledger;

/**
 * The grouped sum of a scan: every line is added once, to its leaf, and the leaves are joined at the end. Debits and credits
 * go to sums of their own, chosen by the sign bit, so that one addition a line and column gives net amount and turnover; no
 * branch is taken. Most chunks lie within the period as a whole and need no look at their days; where no line has two
 * different amounts, one column is summed and the other sums are copied.
 *
 * <p>A slot bounds the turnover of its lines, so no partial sum can overflow and plain addition is exact.
 */
final class GroupedSum {
    private static final int WIDTH = 4;

    private final Lines lines;
    private final long[] opening;
    private final long[] period;

    /** Sums for leaves 0 to {@code leaves - 1}, which every line's leaf must be among. */
    GroupedSum(Lines lines, int leaves) {
        this.lines = lines;
        this.opening = new long[leaves * WIDTH];
        this.period = new long[leaves * WIDTH];
    }

    /** Sums what is effective on or before a day, apart for what is effective before the period. */
    GroupedSum run(int from, int through) {
        for (int start = 0; start < lines.count(); start += Chunk.SIZE) {
            Chunk chunk = lines.chunk(start);
            int end = Math.min(Chunk.SIZE, lines.count() - start);
            boolean before = chunk.maxDay < from;
            if (chunk.maxDay > through || (!before && chunk.minDay < from)) {
                mixed(chunk, end, from, through);
            } else if (lines.homeOnly()) {
                home(chunk, end, before ? opening : period);
            } else {
                whole(chunk, end, before ? opening : period);
            }
        }
        if (lines.homeOnly()) {
            copyHome(opening);
            copyHome(period);
        }
        return this;
    }

    /** Adds the sums of a leaf to those of a group. */
    void addTo(long[] group, int at, int leaf) {
        add(opening, leaf, group, at + Sums.OPENING);
        add(opening, leaf, group, at + Sums.CLOSING);
        add(period, leaf, group, at + Sums.CLOSING);
    }

    private static void add(long[] sums, int leaf, long[] group, int at) {
        int i = leaf * WIDTH;
        group[at + Sums.AMOUNT] += sums[i] + sums[i + 1];
        group[at + Sums.BASE] += sums[i + 2] + sums[i + 3];
        group[at + Sums.DEBIT_AMOUNT] += sums[i];
        group[at + Sums.DEBIT_BASE] += sums[i + 2];
    }

    private static void home(Chunk chunk, int end, long[] sums) {
        int[] leaf = chunk.leaf;
        long[] amounts = chunk.amount;
        for (int i = 0; i < end; i++) {
            long amount = amounts[i];
            sums[leaf[i] * WIDTH + (int) (amount >>> 63)] += amount;
        }
    }

    private static void whole(Chunk chunk, int end, long[] sums) {
        int[] leaf = chunk.leaf;
        long[] amounts = chunk.amount;
        long[] bases = chunk.base;
        for (int i = 0; i < end; i++) {
            add(sums, leaf[i], amounts[i], bases[i]);
        }
    }

    private void mixed(Chunk chunk, int end, int from, int through) {
        int[] day = chunk.day;
        for (int i = 0; i < end; i++) {
            if (day[i] <= through) {
                add(day[i] < from ? opening : period, chunk.leaf[i], chunk.amount[i], chunk.base[i]);
            }
        }
    }

    private static void add(long[] sums, int leaf, long amount, long base) {
        int at = leaf * WIDTH;
        sums[at + (int) (amount >>> 63)] += amount;
        sums[at + 2 + (int) (base >>> 63)] += base;
    }

    private static void copyHome(long[] sums) {
        for (int at = 0; at < sums.length; at += WIDTH) {
            sums[at + 2] = sums[at];
            sums[at + 3] = sums[at + 1];
        }
    }
}
