package dev.erpkit.inventory.valuation;

import java.util.Arrays;

/**
 * Quantities and values in the order of time and number, with the sums of any beginning: a balanced tree in arrays, a treap whose
 * priorities are scrambled numbers, so that the same facts make the same tree. Every operation takes a logarithmic number of
 * steps.
 */
final class OrderedSums {
    private static final int NONE = 0;
    private int size;
    private int root = NONE;
    private long[] times = new long[16];
    private long[] numbers = new long[16];
    private long[] quantities = new long[16];
    private long[] values = new long[16];
    private long[] quantitySums = new long[16];
    private long[] valueSums = new long[16];
    private int[] lefts = new int[16];
    private int[] rights = new int[16];

    /** Adds an entry. */
    void insert(long time, long number, long quantity, long value) {
        grow();
        int node = ++size;
        times[node] = time;
        numbers[node] = number;
        quantities[node] = quantity;
        values[node] = value;
        sum(node);
        root = insert(root, node);
    }

    private void grow() {
        if (size + 1 == times.length) {
            int more = times.length * 2;
            times = Arrays.copyOf(times, more);
            numbers = Arrays.copyOf(numbers, more);
            quantities = Arrays.copyOf(quantities, more);
            values = Arrays.copyOf(values, more);
            quantitySums = Arrays.copyOf(quantitySums, more);
            valueSums = Arrays.copyOf(valueSums, more);
            lefts = Arrays.copyOf(lefts, more);
            rights = Arrays.copyOf(rights, more);
        }
    }

    private int insert(int at, int node) {
        if (at == NONE) {
            return node;
        }
        if (priority(node) > priority(at)) {
            split(at, node);
            sum(node);
            return node;
        }
        if (isBefore(at, times[node], numbers[node])) {
            rights[at] = insert(rights[at], node);
        } else {
            lefts[at] = insert(lefts[at], node);
        }
        sum(at);
        return at;
    }

    /** Hangs what comes before and after a new node below it. */
    private void split(int at, int node) {
        int before = NONE;
        int after = NONE;
        int[] path = new int[64];
        int depth = 0;
        int left = NONE;
        int right = NONE;
        int here = at;
        while (here != NONE) {
            path = depth == path.length ? Arrays.copyOf(path, depth * 2) : path;
            path[depth++] = here;
            if (isBefore(here, times[node], numbers[node])) {
                before = before == NONE ? here : before;
                if (left != NONE) {
                    rights[left] = here;
                }
                left = here;
                here = rights[here];
            } else {
                after = after == NONE ? here : after;
                if (right != NONE) {
                    lefts[right] = here;
                }
                right = here;
                here = lefts[here];
            }
        }
        if (left != NONE) {
            rights[left] = NONE;
        }
        if (right != NONE) {
            lefts[right] = NONE;
        }
        while (depth > 0) {
            sum(path[--depth]);
        }
        lefts[node] = before;
        rights[node] = after;
    }

    private boolean isBefore(int node, long time, long number) {
        return times[node] < time || (times[node] == time && numbers[node] < number);
    }

    private void sum(int node) {
        quantitySums[node] =
                Math.addExact(quantities[node], Math.addExact(quantitySums[lefts[node]], quantitySums[rights[node]]));
        valueSums[node] = Math.addExact(values[node], Math.addExact(valueSums[lefts[node]], valueSums[rights[node]]));
    }

    /** The finaliser of SplitMix64. */
    private long priority(int node) {
        long z = numbers[node] * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Gives an entry another quantity and value. */
    void replace(long time, long number, long quantity, long value) {
        replace(root, time, number, quantity, value);
    }

    private void replace(int node, long time, long number, long quantity, long value) {
        if (node == NONE) {
            throw new IllegalArgumentException("no entry " + number);
        }
        if (times[node] == time && numbers[node] == number) {
            quantities[node] = quantity;
            values[node] = value;
        } else {
            replace(isBefore(node, time, number) ? rights[node] : lefts[node], time, number, quantity, value);
        }
        sum(node);
    }

    /** The quantity of all entries before a place in the order. */
    long quantityBefore(long time, long number) {
        long sum = 0;
        int node = root;
        while (node != NONE) {
            if (isBefore(node, time, number)) {
                sum += quantitySums[lefts[node]] + quantities[node];
                node = rights[node];
            } else {
                node = lefts[node];
            }
        }
        return sum;
    }

    /** The value of all entries before a place in the order. */
    long valueBefore(long time, long number) {
        long sum = 0;
        int node = root;
        while (node != NONE) {
            if (isBefore(node, time, number)) {
                sum += valueSums[lefts[node]] + values[node];
                node = rights[node];
            } else {
                node = lefts[node];
            }
        }
        return sum;
    }

    /** The quantity of all entries. */
    long quantity() {
        return quantitySums[root];
    }

    /** What the first so many cost: whole entries, and of the last its proportion, half up. */
    long valueOfFirst(long quantity) {
        long left = quantity;
        long value = 0;
        int node = root;
        while (node != NONE && left > 0) {
            long below = quantitySums[lefts[node]];
            if (left <= below) {
                node = lefts[node];
            } else {
                value += valueSums[lefts[node]];
                left -= below;
                long own = Math.min(left, quantities[node]);
                value += own == quantities[node] ? values[node] : Shares.part(values[node], own, quantities[node]);
                left -= own;
                node = rights[node];
            }
        }
        return value;
    }
}
