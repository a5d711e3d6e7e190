package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.util.Arrays;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What {@link LayeredPool} does first in, first out, in whole units. */
final class FifoLane extends Lane {
    private int[] rows = new int[8];
    private long[] left = new long[8];
    private long[] worths = new long[8];
    private int first;
    private int end;

    FifoLane(long scale, Rational firstCost, long[] found) {
        super(scale, firstCost, found);
    }

    @Override
    void put(int from, long more, long worth) {
        if (end == rows.length) {
            room();
        }
        rows[end] = from;
        left[end] = more;
        worths[end] = worth;
        end++;
        units = Math.addExact(units, more);
        minor = Math.addExact(minor, worth);
    }

    /** Closes the gap in front where it is large, else doubles. */
    private void room() {
        int live = end - first;
        int size = live > rows.length / 2 ? 2 * rows.length : rows.length;
        if (size > rows.length) {
            rows = Arrays.copyOf(rows, size);
            left = Arrays.copyOf(left, size);
            worths = Arrays.copyOf(worths, size);
        }
        System.arraycopy(rows, first, rows, 0, live);
        System.arraycopy(left, first, left, 0, live);
        System.arraycopy(worths, first, worths, 0, live);
        first = 0;
        end = live;
    }

    @Override
    long take(long less) {
        long rest = less;
        long cost = 0;
        while (true) {
            long there = left[first];
            long worth = worths[first];
            if (rest < there) {
                long part = Shares.part(worth, rest, there);
                left[first] = there - rest;
                worths[first] = worth - part;
                cost = Math.addExact(cost, part);
                last(worth, there);
                break;
            }
            cost = Math.addExact(cost, worth);
            rest -= there;
            first++;
            if (rest == 0) {
                last(worth, there);
                break;
            }
        }
        units -= less;
        minor -= cost;
        return cost;
    }

    @Override
    ImmutableList<Layer> layers(Facts facts) {
        MutableList<Layer> layers = Lists.mutable.empty();
        for (int i = first; i < end; i++) {
            layers.add(new Layer(facts.get(rows[i]).number(), quantity(left[i]), worths[i]));
        }
        return layers.toImmutable();
    }
}
