package dev.erpkit.accounting.interchange;

import java.util.Arrays;

/** Numbers in a row that grows by chunks, so that nothing is copied. */
final class IntColumn {
    private static final int SHIFT = 15;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;

    private int[][] chunks = new int[16][];
    private int size;

    int size() {
        return size;
    }

    int get(int i) {
        return chunks[i >> SHIFT][i & MASK];
    }

    void set(int i, int value) {
        chunks[i >> SHIFT][i & MASK] = value;
    }

    void add(int value) {
        int chunk = size >> SHIFT;
        if ((size & MASK) == 0) {
            if (chunk == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * chunk);
            }
            chunks[chunk] = new int[CHUNK];
        }
        chunks[chunk][size & MASK] = value;
        size++;
    }

    /** The index of a value in a column that ascends, -1 when it is not there. */
    int indexOf(int value) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = get(middle);
            if (there == value) {
                return middle;
            }
            if (there < value) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
