package dev.erpkit.crm.sales.price;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** One step off a price; below zero it is a charge on top. */
public sealed interface Discount {
    /** What the step says, such as {@code 10%} or {@code JPY 500}. */
    String text();

    /**
     * Percents of the price.
     *
     * @param percent -1000 to 100, exact; below zero a charge
     */
    record Percent(BigDecimal percent) implements Discount {
        private static final BigDecimal LEAST = new BigDecimal("-1000");
        private static final BigDecimal MOST = new BigDecimal("100");

        /** Checks the bounds: {@code sales.discount-percent}. */
        public Percent {
            if (percent.compareTo(LEAST) < 0 || percent.compareTo(MOST) > 0) {
                throw new InvalidValueException(
                        "Discount", "percent", "sales.discount-percent", "must be -1000 to 100 percent");
            }
            percent = Percents.canonical(percent);
        }

        @Override
        public String text() {
            return percent.toPlainString() + "%";
        }
    }

    /**
     * An amount off each unit, or off the whole order.
     *
     * @param amount zero or more, in the currency of the price
     */
    record Fixed(MonetaryAmount amount) implements Discount {
        /** Checks the sign: {@code sales.discount-amount}. */
        public Fixed {
            amount = Amounts.normalise(amount);
            if (Amounts.decimal(amount).signum() < 0) {
                throw new InvalidValueException("Discount", "amount", "sales.discount-amount", "must be zero or more");
            }
        }

        @Override
        public String text() {
            return Amounts.canonical(amount);
        }
    }

    /** Percents off, such as {@code percent("12.5")}. */
    static Discount percent(String percent) {
        return new Percent(new BigDecimal(percent));
    }

    /** An amount off each unit. */
    static Discount fixed(MonetaryAmount amount) {
        return new Fixed(amount);
    }

    /**
     * The percents that an amount off a price comes to, exact; 0 of a price of zero, and 100 at most.
     *
     * @param price the price of a unit, in the same currency
     */
    static Rational percentOf(MonetaryAmount amount, MonetaryAmount price) {
        Rational whole = Rational.of(Amounts.decimal(price));
        if (whole.signum() <= 0) {
            return Rational.ZERO;
        }
        Rational percent = Percents.percent(Rational.of(Amounts.decimal(amount)).divide(whole));
        return percent.compareTo(Rational.of(100)) > 0 ? Rational.of(100) : percent;
    }

    /**
     * One discount where a form has fields for both an amount and percents, of which either may be zero: the amount, if both
     * say the same.
     *
     * @return empty when they say different things, which is for a person to put right
     */
    static Optional<Discount> agreed(MonetaryAmount amount, BigDecimal percent, MonetaryAmount price) {
        if (Amounts.decimal(amount).signum() == 0) {
            return Optional.of(new Percent(percent));
        }
        boolean same = percent.signum() == 0 || percentOf(amount, price).equals(Rational.of(percent));
        return same ? Optional.of(new Fixed(amount)) : Optional.empty();
    }
}
