package dev.erpkit.hr.japan.benefit;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import java.time.LocalDate;

/**
 * Meals in kind: untaxed when the employee bears at least half of their value and the employer at most 7,500 a month (from April
 * 2026, without consumption tax); else what the employer bears is pay.
 */
public final class Meals {
    private static final LocalDate FROM = LocalDate.of(2026, 4, 1);
    private static final LocalDate TO = LocalDate.of(2028, 1, 1);
    private static final long MOST = 7_500;

    private Meals() {}

    /**
     * What is taxed.
     *
     * @param value of the meals of a month, in yen
     * @param employeePays for them
     * @return or {@code japan.not-covered}, {@code japan.below-zero}
     */
    public static Outcome<Long> taxed(LocalDate payment, long value, long employeePays) {
        if (value < 0 || employeePays < 0) {
            return Outcome.refused(Refusals.belowZero("value or own share of meals"));
        }
        if (payment.isBefore(FROM) || !payment.isBefore(TO)) {
            return Outcome.refused(Refusals.notCovered("limit for meals in kind", payment));
        }
        long employer = Math.max(0, value - employeePays);
        boolean untaxed = Math.multiplyExact(employeePays, 2) >= value && employer <= MOST;
        return Outcome.accepted(untaxed ? 0 : employer);
    }
}
