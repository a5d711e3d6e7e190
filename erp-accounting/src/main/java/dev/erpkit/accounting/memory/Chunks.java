package dev.erpkit.accounting.memory;

import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A list that grows and shrinks at its end, in chunks, so that growing never copies what is there. */
final class Chunks<T> {
    private static final int BITS = 10;
    private static final int SIZE = 1 << BITS;
    private static final int MASK = SIZE - 1;

    private Object[][] chunks = new Object[1][SIZE];
    private int size;

    int size() {
        return size;
    }

    void add(T element) {
        int chunk = size >>> BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk + (chunk >> 1) + 1);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = new Object[SIZE];
        }
        chunks[chunk][size++ & MASK] = element;
    }

    T get(int index) {
        check(index);
        @SuppressWarnings("unchecked") // only add and set write, and both take a T
        T element = (T) chunks[index >>> BITS][index & MASK];
        return element;
    }

    void set(int index, T element) {
        check(index);
        chunks[index >>> BITS][index & MASK] = element;
    }

    /** The last element, which is no longer there. */
    T removeLast() {
        T last = get(size - 1);
        size--;
        chunks[size >>> BITS][size & MASK] = null;
        return last;
    }

    /** A copy of a stretch, cut off where the list ends. */
    ImmutableList<T> copy(int from, int to) {
        int end = Math.min(to, size);
        MutableList<T> copied = Lists.mutable.ofInitialCapacity(Math.max(0, end - from));
        for (int i = from; i < end; i++) {
            copied.add(get(i));
        }
        return copied.toImmutable();
    }

    private void check(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("No element " + index + " among " + size);
        }
    }
}
