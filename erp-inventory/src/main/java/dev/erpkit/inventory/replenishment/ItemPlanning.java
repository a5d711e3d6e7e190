package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;

/**
 * How an item is planned.
 *
 * @param item the item
 * @param onHand what there is
 * @param safetyStock below which stock may not fall
 * @param leadDays how many days before it is needed it has to be ordered
 * @param multiple what is ordered in multiples of, upwards; zero for whatever is missing
 * @param leastOrder the least that is ordered at once; zero for whatever is missing
 */
public record ItemPlanning(
        String item, Rational onHand, Rational safetyStock, int leadDays, Rational multiple, Rational leastOrder) {
    /** Checks that nothing but the stock is below zero: {@code replenishment.negative}. */
    public ItemPlanning {
        if (safetyStock.signum() < 0 || leadDays < 0 || multiple.signum() < 0 || leastOrder.signum() < 0) {
            throw new InvalidValueException("ItemPlanning", "item", "replenishment.negative", "must not be below zero");
        }
    }

    /** An item with so much on hand, to be had within days, in any quantity. */
    public static ItemPlanning of(String item, Rational onHand, int leadDays) {
        return new ItemPlanning(item, onHand, Rational.ZERO, leadDays, Rational.ZERO, Rational.ZERO);
    }

    /** The same item with safety stock. */
    public ItemPlanning keeping(Rational stock) {
        return new ItemPlanning(item, onHand, stock, leadDays, multiple, leastOrder);
    }

    /** The same item with sizes of orders. */
    public ItemPlanning ordering(Rational inMultiplesOf, Rational atLeast) {
        return new ItemPlanning(item, onHand, safetyStock, leadDays, inMultiplesOf, atLeast);
    }

    Rational sized(Rational missing) {
        Rational size = Steps.max(missing, leastOrder);
        return multiple.isZero() ? size : Steps.up(size, multiple);
    }
}
