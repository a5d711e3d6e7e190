package dev.erpkit.crm.sales.contract;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import javax.money.MonetaryAmount;

/**
 * What may be called off of one item.
 *
 * @param item the item, 1 to 64 characters
 * @param most how much of it at most, above zero, in the unit in which it is ordered
 * @param price the agreed price of a unit, zero or more
 */
public record FrameLine(String item, Rational most, MonetaryAmount price) {
    /** Checks item, quantity and price: {@code contract.line}. */
    public FrameLine {
        price = Amounts.normalise(price);
        if (item.isBlank()
                || item.length() > 64
                || !Texts.isLabel(item)
                || most.signum() <= 0
                || Amounts.decimal(price).signum() < 0) {
            throw new InvalidValueException(
                    "FrameLine",
                    "item",
                    "contract.line",
                    "must be an item with a quantity above zero and a price of zero or more");
        }
    }

    /** So much of an item at a price. */
    public static FrameLine of(String item, String most, MonetaryAmount price) {
        return new FrameLine(item, Rational.parse(most), price);
    }
}
