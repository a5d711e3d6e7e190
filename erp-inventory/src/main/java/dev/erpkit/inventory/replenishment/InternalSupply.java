package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;

/** Supply of one place of ours from another, and what is pushed on from a place that is too full. */
public final class InternalSupply {
    private InternalSupply() {}

    /**
     * What a place gets from another by its rule.
     *
     * @param projected the stock that there will be at the place
     * @param free what the other place can give; it is never asked for more
     */
    public static Rational pull(ReorderRule rule, Rational projected, Rational free) {
        return Steps.max(Rational.ZERO, Steps.min(rule.propose(projected).quantity(), free));
    }

    /**
     * What a place passes on: nothing up to the limit, above it all that exceeds the target.
     *
     * @param limit above which it is too full
     * @param target what is left then, at most the limit: {@code replenishment.target-above-limit}
     */
    public static Rational push(Rational stock, Rational limit, Rational target) {
        if (target.compareTo(limit) > 0) {
            throw new InvalidValueException(
                    "InternalSupply", "target", "replenishment.target-above-limit", "must be at most " + limit);
        }
        return stock.compareTo(limit) > 0 ? stock.subtract(target) : Rational.ZERO;
    }
}
