package dev.erpkit.core.trade;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * How an amount of an invoice is shown: quantity times unit price, rounded by a named policy, less a stated discount, is the
 * amount to the minor unit. The amount is what counts; it never follows from the price again. So the discount also has what a
 * discount on the whole order and the rounding of parts up to now made of this one.
 *
 * <p>Worked: 3 at 33.335 are 100.01 rounded half up; charged are 90.00, so the discount is 10.01.
 *
 * @param quantity how much, not zero; below zero for what is taken back
 * @param unitPrice the price of one unit without tax and before discounts, zero or more, with as many decimals as it needs
 * @param rounding how quantity times price is rounded
 * @param discount what is taken off that, in whole minor units; below zero for what is added
 */
public record LinePrice(Quantity quantity, MonetaryAmount unitPrice, RoundingPolicy rounding, MonetaryAmount discount) {
    /** Checks quantity, price and currency: {@code invoicing.line-price}. */
    public LinePrice {
        if (quantity.isZero()
                || Amounts.decimal(unitPrice).signum() < 0
                || !unitPrice.getCurrency().equals(discount.getCurrency())) {
            throw wrong("must have a quantity, a price of zero or more, and a discount in its currency");
        }
    }

    /** The price of an amount: the discount is what lies between. */
    public static LinePrice of(
            Quantity quantity, MonetaryAmount unitPrice, RoundingPolicy rounding, MonetaryAmount net) {
        long product = product(quantity, unitPrice, rounding);
        long discount = Math.subtractExact(product, Amounts.minor(net));
        return new LinePrice(quantity, unitPrice, rounding, Amounts.ofMinor(discount, net.getCurrency()));
    }

    /** The amount: quantity times price, rounded, less the discount. */
    public MonetaryAmount net() {
        long product = product(quantity, unitPrice, rounding);
        return Amounts.ofMinor(Math.subtractExact(product, Amounts.minor(discount)), unitPrice.getCurrency());
    }

    /**
     * What quantity times price exceeds the amount by, in major units, exact: for books that take it off the product before
     * they round.
     */
    public Rational exactDiscount() {
        return exact(quantity, unitPrice).subtract(Rational.of(Amounts.decimal(net())));
    }

    void check(MonetaryAmount net) {
        if (!net.getCurrency().equals(unitPrice.getCurrency())
                || Amounts.decimal(net()).compareTo(Amounts.decimal(net)) != 0) {
            throw wrong("must come to the amount of the line, " + Amounts.canonical(net) + ", and not to "
                    + Amounts.canonical(net()) + "; state the discount");
        }
    }

    private static long product(Quantity quantity, MonetaryAmount unitPrice, RoundingPolicy rounding) {
        CurrencyUnit currency = unitPrice.getCurrency();
        Rational minor = exact(quantity, unitPrice)
                .multiply(Rational.of(BigDecimal.ONE.scaleByPowerOfTen(Amounts.digits(currency))));
        return rounding.minor(minor.numerator(), minor.denominator(), currency);
    }

    private static Rational exact(Quantity quantity, MonetaryAmount unitPrice) {
        return quantity.number().multiply(Rational.of(Amounts.decimal(unitPrice)));
    }

    private static InvalidValueException wrong(String message) {
        return new InvalidValueException("LinePrice", "discount", "invoicing.line-price", message);
    }
}
