package dev.erpkit.inventory.analysis;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** How fast stock goes; exact fractions that whoever shows them rounds. */
public final class Turnover {
    private Turnover() {}

    /**
     * How many times the average stock was sold: cost of goods sold divided by the mean of the stock values.
     *
     * @param costOfGoods in minor units
     * @param stockValues at the ends of periods of equal length, the opening included, in minor units; at least one:
     *     {@code analysis.no-periods}
     * @return nothing when there was no stock on average
     */
    public static Optional<Rational> times(long costOfGoods, ImmutableList<Long> stockValues) {
        if (stockValues.isEmpty()) {
            throw new InvalidValueException("Turnover", "stockValues", "analysis.no-periods", "must not be empty");
        }
        Rational sum = stockValues.injectInto(Rational.ZERO, (all, value) -> all.add(Rational.of(value)));
        return sum.signum() <= 0
                ? Optional.empty()
                : Optional.of(Rational.of(costOfGoods)
                        .multiply(Rational.of(stockValues.size()))
                        .divide(sum));
    }

    /**
     * How many days stock lasts when it is used as it was.
     *
     * @param used what was used in the days
     * @param days how many days, above zero: {@code analysis.no-periods}
     * @return nothing when nothing is used
     */
    public static Optional<Rational> daysOfSupply(Rational stock, Rational used, int days) {
        if (days <= 0) {
            throw new InvalidValueException("Turnover", "days", "analysis.no-periods", "must be above zero");
        }
        return used.signum() <= 0
                ? Optional.empty()
                : Optional.of(stock.multiply(Rational.of(days)).divide(used));
    }
}
