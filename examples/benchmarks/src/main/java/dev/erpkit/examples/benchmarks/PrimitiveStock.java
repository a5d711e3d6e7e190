package dev.erpkit.examples.benchmarks;

/**
 * Valuing moves in bare arrays: the times must ascend, sums and products are checked for overflow, the cost of each issue is kept.
 * There are no pools, no units, no policies, no corrections and no goods that lack.
 */
final class PrimitiveStock {
    private PrimitiveStock() {}

    /** First in, first out; gives what is left. */
    static long fifo(StockSample moves, long[] costs) {
        long[] left = new long[moves.quantities.length];
        long[] worths = new long[moves.quantities.length];
        int first = 0;
        int end = 0;
        long value = 0;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < costs.length; i++) {
            last = follows(last, moves.times[i]);
            long quantity = moves.quantities[i];
            if (quantity > 0) {
                left[end] = quantity;
                worths[end++] = moves.values[i];
                value = Math.addExact(value, moves.values[i]);
                continue;
            }
            long rest = -quantity;
            long cost = 0;
            while (rest > 0 && left[first] <= rest) {
                cost = Math.addExact(cost, worths[first]);
                rest -= left[first++];
            }
            if (rest > 0) {
                long part = part(worths[first], rest, left[first]);
                left[first] -= rest;
                worths[first] -= part;
                cost = Math.addExact(cost, part);
            }
            costs[i] = cost;
            value = Math.subtractExact(value, cost);
        }
        return value;
    }

    /** Moving average; gives what is left. */
    static long average(StockSample moves, long[] costs) {
        long there = 0;
        long value = 0;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < costs.length; i++) {
            last = follows(last, moves.times[i]);
            long quantity = moves.quantities[i];
            if (quantity < 0) {
                costs[i] = part(value, -quantity, there);
            }
            there = Math.addExact(there, quantity);
            value = Math.addExact(value, quantity > 0 ? moves.values[i] : -costs[i]);
        }
        return value;
    }

    private static long follows(long last, long time) {
        if (time < last) {
            throw new IllegalArgumentException("not in order");
        }
        return time;
    }

    private static long part(long value, long quantity, long whole) {
        return (Math.multiplyExact(2 * value, quantity) + whole) / (2 * whole);
    }
}
