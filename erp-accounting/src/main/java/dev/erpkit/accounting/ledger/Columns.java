package dev.erpkit.accounting.ledger;

import java.util.Arrays;

/**
 * All lines in the order of the log, in chunks, so that growing never copies what is there. Append-only: what lies below a
 * count that a reader has seen never changes, so a {@link Lines} is read without a lock.
 */
final class Columns {
    private static final int FIRST = 64;

    private Chunk[] chunks = {};
    private int count;

    int count() {
        return count;
    }

    /** What is there now. */
    Lines lines() {
        return new Lines(chunks, count);
    }

    /** Appends a line and returns its index. */
    int append(int leaf, int day, int ordinal, long amount, long base) {
        int at = count & Chunk.MASK;
        int which = count >>> Chunk.BITS;
        if (which == chunks.length || at == chunks[which].capacity()) {
            grow(which);
        }
        chunks[which].set(at, leaf, day, ordinal, amount, base);
        return count++;
    }

    /** Readers hold the old array of chunks, so it is replaced and never written to. */
    private void grow(int which) {
        if (which < chunks.length) {
            chunks = chunks.clone();
            chunks[which] = chunks[which].doubled();
        } else {
            chunks = Arrays.copyOf(chunks, which + 1);
            chunks[which] = new Chunk(which == 0 ? FIRST : Chunk.SIZE);
        }
    }
}
