package dev.erpkit.accounting.dunning;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import javax.money.MonetaryAmount;

/** What a level charges for the dunning itself. */
public sealed interface DunningFee {
    /** The fee for an item of which so much is open. */
    MonetaryAmount on(MonetaryAmount open);

    /** The stable text. */
    String text();

    /**
     * An amount; items in other currencies bear none.
     *
     * @param amount zero or more
     */
    record Fixed(MonetaryAmount amount) implements DunningFee {
        /** Checks the amount: {@code dunning.fee}, {@code amount.too-many-decimals}. */
        public Fixed {
            if (Amounts.minor(amount) < 0) {
                throw new InvalidValueException("DunningFee", "amount", "dunning.fee", "must not be below zero");
            }
        }

        @Override
        public MonetaryAmount on(MonetaryAmount open) {
            return open.getCurrency().equals(amount.getCurrency()) ? amount : Amounts.zero(open.getCurrency());
        }

        @Override
        public String text() {
            return Amounts.canonical(amount);
        }
    }

    /**
     * A share of what is open, half up to the minor unit.
     *
     * @param percent 0 to 100
     */
    record Percent(BigDecimal percent) implements DunningFee {
        /** Checks the share: {@code dunning.fee}. */
        public Percent {
            if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0 || percent.scale() > 12) {
                throw new InvalidValueException(
                        "DunningFee", "percent", "dunning.fee", "must be 0 to 100 with at most 12 decimals");
            }
        }

        @Override
        public MonetaryAmount on(MonetaryAmount open) {
            Rational share = Rational.of(percent).divide(Rational.of(100));
            long minor = RoundingPolicy.toCurrency(RoundingRule.HALF_UP)
                    .minor(
                            BigInteger.valueOf(Amounts.minor(open)).multiply(share.numerator()),
                            share.denominator(),
                            open.getCurrency());
            return Amounts.ofMinor(minor, open.getCurrency());
        }

        @Override
        public String text() {
            return percent.toPlainString() + "%";
        }
    }
}
