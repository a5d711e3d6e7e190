package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.util.Optional;

/** What a receipt costs: at the price it came with or was corrected to, as far as it is billed at the price of the bill. */
final class ReceiptCost {
    private Optional<Cost> cost;
    private Rational billed = Rational.ZERO;
    private long billedValue;

    ReceiptCost(Optional<Cost> cost) {
        this.cost = cost;
    }

    void replace(Cost other) {
        cost = Optional.of(other);
    }

    /** What was so much in all for so many is from now on so much each. */
    void spread(Rational quantity) {
        cost = cost.map(c -> quantity.isZero() ? c : c.each(quantity));
    }

    void bill(Rational quantity, Cost.Each price) {
        billed = billed.add(quantity);
        billedValue = Math.addExact(billedValue, price.of(quantity));
    }

    /** What so many cost in minor units; empty when nobody has told yet. */
    Optional<Long> value(Rational quantity) {
        if (billed.compareTo(quantity) >= 0 && !billed.isZero()) {
            return Optional.of(Shares.part(billedValue, quantity, billed));
        }
        Rational rest = quantity.subtract(billed);
        if (cost.isEmpty()) {
            return billed.isZero() ? Optional.empty() : Optional.of(billedValue);
        }
        long restValue = cost.get() instanceof Cost.Total total
                ? Shares.part(total.minor(), rest, quantity)
                : cost.get().of(rest);
        return Optional.of(Math.addExact(billedValue, restValue));
    }
}
