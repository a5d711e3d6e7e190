package dev.erpkit.accounting.document;

import java.util.function.ToLongFunction;

/** Sums that fail rather than overflow. */
final class Sums {
    private Sums() {}

    static <T> long of(Iterable<T> parts, ToLongFunction<? super T> amount) {
        long sum = 0;
        for (T part : parts) {
            sum = Math.addExact(sum, amount.applyAsLong(part));
        }
        return sum;
    }
}
