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
}
