package dev.erpkit.inventory.valuation;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** What goods cost: in all, or each. A price each may have more decimals than the currency. */
public sealed interface Cost {
    /**
     * In all.
     *
     * @param minor in minor units
     */
    record Total(long minor) implements Cost {}

    /**
     * Each.
     *
     * @param minor in minor units, exact, for one stock unit
     */
    record Each(Rational minor) implements Cost {}

    /** An amount in all. */
    static Cost total(MonetaryAmount amount) {
        return new Total(Amounts.minor(amount));
    }

    /** A price each, such as {@code each(new BigDecimal("0.00875"), EUR)}. */
    static Each each(BigDecimal price, CurrencyUnit currency) {
        return new Each(Rational.of(price).multiply(Rational.of(BigDecimal.TEN.pow(Amounts.digits(currency)))));
    }

    /** Nothing. */
    static Cost nothing() {
        return new Total(0);
    }

    /**
     * What a quantity costs in minor units, half up. Goods that cost so much in all cost that whatever their quantity.
     *
     * @throws ArithmeticException when that is more than a long holds
     */
    default long of(Rational quantity) {
        return this instanceof Each each ? Shares.product(each.minor(), quantity) : ((Total) this).minor();
    }

    /** The same cost by the piece, for goods of which there were so many. */
    default Each each(Rational quantity) {
        if (this instanceof Each each) {
            return each;
        }
        long minor = ((Total) this).minor();
        return new Each(
                quantity.isZero()
                        ? Rational.ZERO
                        : Rational.of(BigInteger.valueOf(minor), BigInteger.ONE).divide(quantity));
    }
}
