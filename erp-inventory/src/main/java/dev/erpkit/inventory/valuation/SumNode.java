package dev.erpkit.inventory.valuation;

import org.jspecify.annotations.Nullable;

/** A node of {@link OrderedSums}: entries in their order, or nodes with their first entry and their sums. */
final class SumNode {
    private static final int WIDTH = 64;

    private final long[] times = new long[WIDTH];
    private final long[] numbers = new long[WIDTH];
    /** The sums of all entries through this one. */
    private final long[] quantities = new long[WIDTH];

    private final long[] values = new long[WIDTH];
    private final SumNode[] below;
    private int size;

    SumNode(boolean inner) {
        below = new SumNode[inner ? WIDTH : 0];
    }

    boolean isInner() {
        return below.length > 0;
    }

    SumNode below(int place) {
        return below[place];
    }

    long quantity(int place) {
        return quantities[place] - quantityOf(place);
    }

    long value(int place) {
        return values[place] - valueOf(place);
    }

    boolean is(int place, long time, long number) {
        return times[place] == time && numbers[place] == number;
    }

    void change(int place, long more, long difference) {
        for (int i = place; i < size; i++) {
            quantities[i] += more;
            values[i] += difference;
        }
    }

    /** How many of the keys here come before another. */
    int countBefore(long time, long number) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before = times[middle] < time || (times[middle] == time && numbers[middle] < number);
            low = before ? middle + 1 : low;
            high = before ? high : middle;
        }
        return low;
    }

    /** The place of the last key that is this one or comes before it; below zero when there is none. */
    int place(long time, long number) {
        int before = countBefore(time, number);
        return before < size && is(before, time, number) ? before : before - 1;
    }

    /** The first place at which the quantities from the beginning come to so many. */
    int placeOf(long many) {
        int low = 0;
        int high = size - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean less = quantities[middle] < many;
            low = less ? middle + 1 : low;
            high = less ? high : middle;
        }
        return low;
    }

    /** The quantity of the first so many. */
    long quantityOf(int many) {
        return many == 0 ? 0 : quantities[many - 1];
    }

    /** The value of the first so many. */
    long valueOf(int many) {
        return many == 0 ? 0 : values[many - 1];
    }

    /** Puts a node among those below. */
    void add(int place, SumNode node) {
        put(place, node.times[0], node.numbers[0], node.quantityOf(node.size), node.valueOf(node.size));
        below[place] = node;
    }

    private void put(int place, long time, long number, long quantity, long value) {
        int behind = size - place;
        System.arraycopy(times, place, times, place + 1, behind);
        System.arraycopy(numbers, place, numbers, place + 1, behind);
        System.arraycopy(quantities, place, quantities, place + 1, behind);
        System.arraycopy(values, place, values, place + 1, behind);
        if (isInner()) {
            System.arraycopy(below, place, below, place + 1, behind);
        }
        times[place] = time;
        numbers[place] = number;
        quantities[place] = quantityOf(place);
        values[place] = valueOf(place);
        size++;
        change(place, quantity, value);
    }

    /** Adds an entry; gives the node that has to stand to the right when there was no room. */
    @Nullable
    SumNode insert(long time, long number, long quantity, long value) {
        int place = countBefore(time, number);
        if (!isInner()) {
            SumNode right = size == WIDTH ? split(place) : null;
            SumNode into = right != null && place >= size ? right : this;
            into.put(into == this ? place : place - size, time, number, quantity, value);
            return right;
        }
        int into = Math.max(0, place - 1);
        SumNode more = below[into].insert(time, number, quantity, value);
        times[into] = below[into].times[0];
        numbers[into] = below[into].numbers[0];
        if (more == null) {
            change(into, quantity, value);
            return null;
        }
        change(into, quantity - more.quantityOf(more.size), value - more.valueOf(more.size));
        SumNode right = size == WIDTH ? split(into + 1) : null;
        SumNode above = right != null && into + 1 >= size ? right : this;
        above.add(above == this ? into + 1 : into + 1 - size, more);
        return right;
    }

    /** Half of the entries go into a new node; none where the next comes behind all, so that nodes in order are full. */
    private SumNode split(int next) {
        int stay = next == WIDTH ? WIDTH : WIDTH / 2;
        SumNode right = new SumNode(isInner());
        int go = WIDTH - stay;
        System.arraycopy(times, stay, right.times, 0, go);
        System.arraycopy(numbers, stay, right.numbers, 0, go);
        for (int i = 0; i < go; i++) {
            right.quantities[i] = quantities[stay + i] - quantities[stay - 1];
            right.values[i] = values[stay + i] - values[stay - 1];
        }
        if (isInner()) {
            System.arraycopy(below, stay, right.below, 0, go);
        }
        right.size = go;
        size = stay;
        return right;
    }
}
