package dev.erpkit.accounting.ledger;

/** The first {@code count} lines of the log, immutable. */
final class Lines {
    private final Chunk[] chunks;
    private final int count;

    Lines(Chunk[] chunks, int count) {
        this.chunks = chunks;
        this.count = count;
    }

    int count() {
        return count;
    }

    Chunk chunk(int line) {
        return chunks[line >>> Chunk.BITS];
    }

    int ordinal(int line) {
        return chunk(line).ordinal[line & Chunk.MASK];
    }

    /** The lines of the entries up to an ordinal: a binary search, since ordinals never decrease. */
    Lines through(int ordinal) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ordinal(middle) <= ordinal) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return new Lines(chunks, low);
    }

    /** The first line of the entry that a line belongs to, found by doubling steps back. */
    int firstOfEntry(int line) {
        int ordinal = ordinal(line);
        int step = 1;
        int high = line;
        while (high - step >= 0 && ordinal(high - step) == ordinal) {
            high -= step;
            step <<= 1;
        }
        int low = Math.max(-1, high - step);
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (ordinal(middle) == ordinal) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    /**
     * The grouped sum: adds every line that is effective on or before {@code through} to the four sums of its group, and
     * those effective before {@code from} to the four sums of the group's opening as well. A slot bounds the turnover of
     * its lines, so no partial sum can overflow and plain addition is exact.
     *
     * @param groups the offset into {@code into} by leaf, or a negative number for leaves that do not count
     * @param into eight sums a group: {@link Sums}
     */
    void sum(int[] groups, int from, int through, long[] into) {
        for (int start = 0; start < count; start += Chunk.SIZE) {
            Chunk chunk = chunk(start);
            int end = Math.min(Chunk.SIZE, count - start);
            if (from == Integer.MIN_VALUE) {
                sumThrough(chunk, end, groups, through, into);
            } else {
                sumBetween(chunk, end, groups, from, through, into);
            }
        }
    }

    private static void sumThrough(Chunk chunk, int end, int[] groups, int through, long[] into) {
        int[] leaf = chunk.leaf;
        int[] day = chunk.day;
        long[] amount = chunk.amount;
        long[] base = chunk.base;
        for (int i = 0; i < end; i++) {
            int group = groups[leaf[i]];
            if (group >= 0 && day[i] <= through) {
                Sums.add(into, group + Sums.CLOSING, amount[i], base[i]);
            }
        }
    }

    private static void sumBetween(Chunk chunk, int end, int[] groups, int from, int through, long[] into) {
        for (int i = 0; i < end; i++) {
            int group = groups[chunk.leaf[i]];
            if (group >= 0 && chunk.day[i] <= through) {
                Sums.add(into, group + Sums.CLOSING, chunk.amount[i], chunk.base[i]);
                if (chunk.day[i] < from) {
                    Sums.add(into, group + Sums.OPENING, chunk.amount[i], chunk.base[i]);
                }
            }
        }
    }
}
