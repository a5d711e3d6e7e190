package dev.erpkit.accounting.consolidation;

import java.util.function.ToLongFunction;

/** Exact sums of minor units. */
final class Minors {
    private Minors() {}

    /** The sum of a figure of each. */
    static <T> long sum(Iterable<T> all, ToLongFunction<? super T> minor) {
        long sum = 0;
        for (T each : all) {
            sum = Math.addExact(sum, minor.applyAsLong(each));
        }
        return sum;
    }
}
