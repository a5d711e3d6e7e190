package dev.erpkit.accounting.budget;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What is left of a plan, in minor units, debit positive.
 *
 * @param budgetMinor the plan
 * @param actualMinor what was posted
 * @param committedMinor what is ordered and not billed yet
 */
public record Availability(long budgetMinor, long actualMinor, long committedMinor) {
    /** Nothing planned, posted or ordered. */
    public static final Availability NONE = new Availability(0, 0, 0);

    /** Budget less actual less committed. */
    public long availableMinor() {
        return Math.subtractExact(Math.subtractExact(budgetMinor, actualMinor), committedMinor);
    }

    /** Actual in percent of the budget, empty when nothing is planned. 5 of 15 is 33 under {@code half-even:0}. */
    public Optional<BigDecimal> percent(RoundingPolicy rounding) {
        return budgetMinor == 0
                ? Optional.empty()
                : Optional.of(rounding.round(
                        Rational.of(actualMinor).multiply(Rational.of(100)).divide(Rational.of(budgetMinor))));
    }

    /** Both together. */
    public Availability plus(Availability other) {
        return new Availability(
                Math.addExact(budgetMinor, other.budgetMinor),
                Math.addExact(actualMinor, other.actualMinor),
                Math.addExact(committedMinor, other.committedMinor));
    }

    /** Tells whether there is nothing to show. */
    public boolean isZero() {
        return equals(NONE);
    }
}
