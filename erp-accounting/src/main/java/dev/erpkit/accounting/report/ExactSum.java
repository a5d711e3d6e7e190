package dev.erpkit.accounting.report;

import dev.erpkit.core.value.InvalidValueException;

/** Adds figures of different accounts. */
final class ExactSum {
    private ExactSum() {}

    /**
     * The sum.
     *
     * @throws InvalidValueException {@code report.overflow}
     */
    static long of(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new InvalidValueException(
                    "Report", "amount", "report.overflow", "a total must fit 63 bits of minor units");
        }
        return sum;
    }
}
