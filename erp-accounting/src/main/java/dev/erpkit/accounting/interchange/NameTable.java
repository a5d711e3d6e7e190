package dev.erpkit.accounting.interchange;

import java.util.Arrays;

/** Finds a number by the bytes of a name, without making a string; open addressing, names in one pool of bytes. */
final class NameTable {
    private static final int FREE = -1;

    private byte[] pool = new byte[1 << 10];
    private int pooled;
    private int[] offsets = new int[64];
    private int[] lengths = new int[64];
    private int[] hashes = new int[64];
    private int[] values = new int[64];
    private int size;
    private int[] slots = free(256);

    /** The hash that {@link #find} and {@link #put} expect; scanners may compute it as they go. */
    static int hash(byte[] bytes, int from, int to) {
        int h = 0;
        for (int p = from; p < to; p++) {
            h = 31 * h + bytes[p];
        }
        return h;
    }

    /** The number put under these bytes, -1 when there is none. */
    int find(byte[] bytes, int from, int to, int hash) {
        int mask = slots.length - 1;
        for (int slot = spread(hash) & mask; slots[slot] != FREE; slot = (slot + 1) & mask) {
            int i = slots[slot];
            if (hashes[i] == hash && Arrays.equals(pool, offsets[i], offsets[i] + lengths[i], bytes, from, to)) {
                return values[i];
            }
        }
        return FREE;
    }

    /** Puts a number under bytes that are not there yet. */
    void put(byte[] bytes, int from, int to, int hash, int value) {
        if (2 * (size + 1) > slots.length) {
            rehash();
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * size);
            lengths = Arrays.copyOf(lengths, 2 * size);
            hashes = Arrays.copyOf(hashes, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        int length = to - from;
        if (pooled + length > pool.length) {
            pool = Arrays.copyOf(pool, Math.max(2 * pool.length, pooled + length));
        }
        System.arraycopy(bytes, from, pool, pooled, length);
        offsets[size] = pooled;
        lengths[size] = length;
        hashes[size] = hash;
        values[size] = value;
        pooled += length;
        place(size++);
    }

    /** Forgets everything. */
    void clear() {
        Arrays.fill(slots, FREE);
        size = 0;
        pooled = 0;
    }

    private void rehash() {
        slots = free(2 * slots.length);
        for (int i = 0; i < size; i++) {
            place(i);
        }
    }

    private void place(int i) {
        int mask = slots.length - 1;
        int slot = spread(hashes[i]) & mask;
        while (slots[slot] != FREE) {
            slot = (slot + 1) & mask;
        }
        slots[slot] = i;
    }

    private static int spread(int hash) {
        return hash ^ (hash >>> 15);
    }

    private static int[] free(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
