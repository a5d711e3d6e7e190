package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Demand that is expected in a while, spread over its days. */
public final class Forecast {
    private Forecast() {}

    /**
     * Spreads a quantity evenly: whole steps, days that differ by one step at most, later days first to get the odd ones, and
     * what is less than a step on the last day. 5 over 2 days is 2 and 3.
     *
     * @param days how many, above zero: {@code replenishment.days}
     * @param step the least that is used at once, above zero: {@code replenishment.quantity}
     */
    public static ImmutableList<Rational> spread(Rational quantity, int days, Rational step) {
        if (days <= 0) {
            throw new InvalidValueException("Forecast", "days", "replenishment.days", "must be above zero");
        }
        if (step.signum() <= 0) {
            throw new InvalidValueException("Forecast", "step", "replenishment.quantity", "must be above zero");
        }
        Rational whole = Steps.down(quantity, step);
        MutableList<Rational> parts = Lists.mutable.empty();
        Rational before = Rational.ZERO;
        for (int day = 1; day <= days; day++) {
            Rational until = Steps.down(whole.multiply(Rational.of(day, days)), step);
            parts.add(until.subtract(before));
            before = until;
        }
        parts.set(days - 1, parts.getLast().add(quantity.subtract(whole)));
        return parts.toImmutable();
    }
}
