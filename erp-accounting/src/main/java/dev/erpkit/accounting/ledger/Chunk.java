package dev.erpkit.accounting.ledger;

import java.util.Arrays;

/** A stretch of consecutive lines as primitive columns: 32 bytes a line. */
final class Chunk {
    static final int BITS = 13;
    static final int SIZE = 1 << BITS;
    static final int MASK = SIZE - 1;

    /** Which leaf of the dictionary: book, account, currency and dimension set. */
    final int[] leaf;

    /** The effective day as an epoch day. */
    final int[] day;

    /** The position of the entry, counted from the origin of the index; never decreases from line to line. */
    final int[] ordinal;

    /** The line before this one in the same slot and month, -1 when there is none. */
    final int[] previous;

    /** Minor units in the currency of the transaction, debit positive. */
    final long[] amount;

    /** Minor units in the base currency, debit positive. */
    final long[] base;

    /** The earliest and the latest day in it. Readers without the lock may see later bounds, which are only wider. */
    int minDay = Integer.MAX_VALUE;

    int maxDay = Integer.MIN_VALUE;

    Chunk(int capacity) {
        leaf = new int[capacity];
        day = new int[capacity];
        ordinal = new int[capacity];
        previous = new int[capacity];
        amount = new long[capacity];
        base = new long[capacity];
    }

    private Chunk(Chunk smaller, int capacity) {
        leaf = Arrays.copyOf(smaller.leaf, capacity);
        day = Arrays.copyOf(smaller.day, capacity);
        ordinal = Arrays.copyOf(smaller.ordinal, capacity);
        previous = Arrays.copyOf(smaller.previous, capacity);
        amount = Arrays.copyOf(smaller.amount, capacity);
        base = Arrays.copyOf(smaller.base, capacity);
        minDay = smaller.minDay;
        maxDay = smaller.maxDay;
    }

    int capacity() {
        return leaf.length;
    }

    /** The same lines with room for more; only the first chunk of a small index grows this way. */
    Chunk doubled() {
        return new Chunk(this, Math.min(SIZE, 2 * capacity()));
    }
}
