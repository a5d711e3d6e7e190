package dev.erpkit.crm.sales.price;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import javax.money.MonetaryAmount;

/**
 * A price from a quantity on.
 *
 * @param item the item, 1 to 64 characters
 * @param from the least quantity of one line for which it holds, zero or more
 * @param price of one unit, zero or more
 * @param validity the days on which it holds
 */
public record PriceEntry(String item, Rational from, MonetaryAmount price, DateRange validity) {
    /** Checks item, quantity and price: {@code sales.price-entry}. */
    public PriceEntry {
        price = Amounts.normalise(price);
        if (item.isBlank()
                || item.length() > 64
                || !Texts.isLabel(item)
                || from.signum() < 0
                || Amounts.decimal(price).signum() < 0) {
            throw new InvalidValueException(
                    "PriceEntry",
                    "price",
                    "sales.price-entry",
                    "must be of an item, from a quantity of zero or more, with a price of zero or more");
        }
    }

    /** A price for any quantity on all days. */
    public static PriceEntry of(String item, MonetaryAmount price) {
        return from(item, "0", price);
    }

    /** A price from a quantity on. */
    public static PriceEntry from(String item, String quantity, MonetaryAmount price) {
        return new PriceEntry(item, Rational.parse(quantity), price, DateRange.all());
    }

    /** The same price on these days only. */
    public PriceEntry during(DateRange days) {
        return new PriceEntry(item, from, price, days);
    }
}
