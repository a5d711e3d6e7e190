package dev.erpkit.books;

import java.math.BigDecimal;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Exact sums by commodity. */
final class Totals {
    private final TreeMap<String, BigDecimal> sums = new TreeMap<>();

    /** Adds an amount and gives the new sum of its commodity. */
    BigDecimal add(String commodity, BigDecimal amount) {
        return sums.merge(commodity, amount, BigDecimal::add);
    }

    void addAll(Totals other) {
        other.sums.forEach(this::add);
    }

    void subtractAll(Totals other) {
        other.sums.forEach((commodity, amount) -> add(commodity, amount.negate()));
    }

    /** Gives the sums that are not zero, by commodity. */
    void forEach(BiConsumer<String, BigDecimal> sink) {
        sums.forEach((commodity, sum) -> {
            if (sum.signum() != 0) {
                sink.accept(commodity, sum);
            }
        });
    }

    boolean isZero() {
        return sums.values().stream().allMatch(sum -> sum.signum() == 0);
    }
}
