package dev.erpkit.accounting.ledger;

import java.util.Arrays;

/** A stretch of consecutive lines as primitive columns: 28 bytes a line. */
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

    /** Minor units in the currency of the transaction, debit positive. */
    final long[] amount;

    /** Minor units in the base currency, debit positive. */
    final long[] base;

    /** The earliest and the latest day in it. Readers without the lock may see later bounds, which are only wider. */
    int minDay = Integer.MAX_VALUE;

    int maxDay = Integer.MIN_VALUE;

    /** Whether the amount of every line equals its base. Readers without the lock may see it end early. */
    boolean homeOnly = true;

    Chunk(int capacity) {
        leaf = new int[capacity];
        day = new int[capacity];
        ordinal = new int[capacity];
        amount = new long[capacity];
        base = new long[capacity];
    }

    private Chunk(Chunk smaller, int capacity) {
        leaf = Arrays.copyOf(smaller.leaf, capacity);
        day = Arrays.copyOf(smaller.day, capacity);
        ordinal = Arrays.copyOf(smaller.ordinal, capacity);
        amount = Arrays.copyOf(smaller.amount, capacity);
        base = Arrays.copyOf(smaller.base, capacity);
        minDay = smaller.minDay;
        maxDay = smaller.maxDay;
        homeOnly = smaller.homeOnly;
    }

    /** Appends a line at a place below the capacity. */
    void set(int at, int ofLeaf, int onDay, int ofEntry, long minor, long baseMinor) {
        leaf[at] = ofLeaf;
        day[at] = onDay;
        ordinal[at] = ofEntry;
        amount[at] = minor;
        base[at] = baseMinor;
        minDay = Math.min(minDay, onDay);
        maxDay = Math.max(maxDay, onDay);
        homeOnly &= minor == baseMinor;
    }

    int capacity() {
        return leaf.length;
    }

    /** The same lines with room for more; only the first chunk of a small index grows this way. */
    Chunk doubled() {
        return new Chunk(this, Math.min(SIZE, 2 * capacity()));
    }
}
