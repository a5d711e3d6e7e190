package dev.erpkit.accounting.bank;

import java.util.Arrays;
import org.eclipse.collections.api.factory.primitive.LongIntMaps;
import org.eclipse.collections.api.map.primitive.MutableLongIntMap;

/** A multimap of long keys to numbers in two arrays: the values of a key in the order in which they were added. */
final class Chains {
    private final MutableLongIntMap heads;
    private final MutableLongIntMap tails;
    private int[] values;
    private int[] next;
    private int size;

    Chains(int expected) {
        heads = LongIntMaps.mutable.withInitialCapacity(expected);
        tails = LongIntMaps.mutable.empty();
        values = new int[Math.max(16, expected)];
        next = new int[values.length];
    }

    void add(long key, int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
            next = Arrays.copyOf(next, size * 2);
        }
        values[size] = value;
        next[size] = -1;
        int head = heads.getIfAbsentPut(key, size);
        if (head != size) {
            // the tail is only remembered for keys with several values
            int tail = tails.getIfAbsent(key, head);
            next[tail] = size;
            tails.put(key, size);
        }
        size++;
    }

    /** The place of the first value of a key, -1 when it has none. */
    int first(long key) {
        return heads.getIfAbsent(key, -1);
    }

    int value(int place) {
        return values[place];
    }

    int next(int place) {
        return next[place];
    }
}
