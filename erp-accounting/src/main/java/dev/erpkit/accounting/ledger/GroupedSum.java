package dev.erpkit.accounting.ledger;

/**
 * The inner loops of a scan, one chunk at a time. Most chunks lie within the period as a whole and need no look at their
 * days; where no line has two different amounts, one column is summed and the other sums are copied at the end.
 */
final class GroupedSum {
    private GroupedSum() {}

    /** All lines of a chunk, amounts only, to the opening or the closing sums of their groups. */
    static void home(Chunk chunk, int end, int[] groups, int part, long[] into) {
        int[] leaf = chunk.leaf;
        long[] amounts = chunk.amount;
        for (int i = 0; i < end; i++) {
            int at = groups[leaf[i]] + part;
            long amount = amounts[i];
            into[at + Sums.AMOUNT] += amount;
            into[at + Sums.DEBIT_AMOUNT] += amount & ~(amount >> 63);
        }
    }

    /** All lines of a chunk, to the opening or the closing sums of their groups. */
    static void whole(Chunk chunk, int end, int[] groups, int part, long[] into) {
        int[] leaf = chunk.leaf;
        long[] amounts = chunk.amount;
        long[] bases = chunk.base;
        for (int i = 0; i < end; i++) {
            Sums.add(into, groups[leaf[i]] + part, amounts[i], bases[i]);
        }
    }

    /** The lines of a chunk that only in part lies within the period. */
    static void mixed(Chunk chunk, int end, int[] groups, int from, int through, long[] into) {
        int[] leaf = chunk.leaf;
        int[] day = chunk.day;
        for (int i = 0; i < end; i++) {
            if (day[i] <= through) {
                int part = day[i] < from ? Sums.OPENING : Sums.CLOSING;
                Sums.add(into, groups[leaf[i]] + part, chunk.amount[i], chunk.base[i]);
            }
        }
    }

    /** Adds the openings to the movements, which gives the closings. */
    static void complete(long[] into, boolean homeOnly) {
        for (int at = 0; at < into.length; at += Sums.WIDTH) {
            if (homeOnly) {
                copyHome(into, at + Sums.OPENING);
                copyHome(into, at + Sums.CLOSING);
            }
            Sums.addAll(into, at + Sums.OPENING, into, at + Sums.CLOSING);
        }
    }

    /** Makes the sums of the base those of the amount, which they are where both columns are the same. */
    private static void copyHome(long[] into, int at) {
        into[at + Sums.BASE] = into[at + Sums.AMOUNT];
        into[at + Sums.DEBIT_BASE] = into[at + Sums.DEBIT_AMOUNT];
    }
}
