package dev.erpkit.hr.leave;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigInteger;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Leave that accrues period by period.
 *
 * <p>Worked: 19 days over 12 months in whole days are 2 for nine months, then 1, then nothing: 19.
 *
 * @param entitlement of all periods together in days, 0 or more
 * @param periods how many, 1 to 366: 12 for months, 4 for quarters
 * @param step what the part of a period is a multiple of, above zero; empty for exact parts
 * @param spread how parts are rounded
 * @param cap the most that somebody may have at a time; what would go beyond does not accrue
 */
public record AccrualPlan(
        Rational entitlement, int periods, Optional<Rational> step, AccrualSpread spread, Optional<Rational> cap) {
    private static final Rational HALF = Rational.of(1, 2);

    /** Checks all: {@code leave.accrual}. */
    public AccrualPlan {
        boolean sound = entitlement.signum() >= 0
                && periods >= 1
                && periods <= 366
                && step.filter(each -> each.signum() <= 0).isEmpty()
                && cap.filter(most -> most.signum() < 0).isEmpty();
        if (!sound) {
            throw new InvalidValueException(
                    "AccrualPlan",
                    "entitlement",
                    "leave.accrual",
                    "must have an entitlement and a cap not below zero, 1 to 366 periods and a step above zero");
        }
    }

    /** Monthly, in multiples of a step, each month rounded. */
    public static AccrualPlan monthly(Rational entitlement, Rational step) {
        return new AccrualPlan(entitlement, 12, Optional.of(step), AccrualSpread.EACH_ROUNDED, Optional.empty());
    }

    /** The same plan with a most that somebody may have. */
    public AccrualPlan withCap(Rational most) {
        return new AccrualPlan(entitlement, periods, step, spread, Optional.of(most));
    }

    /** What accrues in each period, whatever the cap: their sum is the entitlement. */
    public ImmutableList<Rational> parts() {
        MutableList<Rational> parts = Lists.mutable.empty();
        Rational accrued = Rational.ZERO;
        for (int period = 1; period <= periods; period++) {
            Rational until = period == periods ? entitlement : until(period, accrued);
            parts.add(until.subtract(accrued));
            accrued = until;
        }
        return parts.toImmutable();
    }

    /** What has accrued by the end of a period that is not the last. */
    private Rational until(int period, Rational before) {
        Rational exact = entitlement.multiply(Rational.of(period, periods));
        if (step.isEmpty()) {
            return exact;
        }
        Rational rounded = spread == AccrualSpread.CUMULATIVE
                ? round(exact, step.get())
                : before.add(round(entitlement.divide(Rational.of(periods)), step.get()));
        return least(rounded, entitlement);
    }

    private static Rational round(Rational exact, Rational step) {
        Rational steps = exact.divide(step).add(HALF);
        BigInteger whole = steps.numerator().divide(steps.denominator());
        return Rational.of(whole, BigInteger.ONE).multiply(step);
    }

    /**
     * What accrues in a period to somebody who has a balance.
     *
     * @param period from 1
     * @param balance before it
     */
    public Rational accrual(int period, Rational balance) {
        Rational part = parts().get(period - 1);
        return cap.map(most -> least(part, most.subtract(balance)))
                .filter(room -> room.signum() >= 0)
                .orElse(cap.isPresent() ? Rational.ZERO : part);
    }

    private static Rational least(Rational a, Rational b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
