package dev.erpkit.inventory.purchase;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;

/**
 * A line of an order.
 *
 * @param number its number in the order, from 1
 * @param item the item, 1 to 64 characters
 * @param quantity how much, above zero, in the stock unit of the item
 * @param price what one costs, zero or more, in minor units of the currency of the order, exact
 */
public record OrderLine(int number, String item, Rational quantity, Rational price) {
    /** Checks all of it: {@code purchase.line}. */
    public OrderLine {
        boolean named = !item.isBlank() && item.length() <= 64;
        if (number < 1 || !named || quantity.signum() <= 0 || price.signum() < 0) {
            throw new InvalidValueException(
                    "OrderLine",
                    "quantity",
                    "purchase.line",
                    "must have a number from 1, an item, a quantity above zero and a price of zero or more");
        }
    }
}
