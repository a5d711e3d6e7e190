package dev.erpkit.accounting.dunning;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import javax.money.MonetaryAmount;

/**
 * Interest on what is overdue, simple, from the day it was due.
 *
 * <p>Worked: 100.00 that is 15 days overdue at 10 % actual/365 bears 0.41.
 *
 * @param percent per year, 0 to 1,000
 * @param dayCount how days become a part of a year
 * @param rounding of each charge
 */
public record LateInterest(BigDecimal percent, DayCount dayCount, RoundingPolicy rounding) {
    /** Checks the rate: {@code dunning.interest}. */
    public LateInterest {
        if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(1_000)) > 0 || percent.scale() > 12) {
            throw new InvalidValueException(
                    "LateInterest", "percent", "dunning.interest", "must be 0 to 1000 with at most 12 decimals");
        }
    }

    /** Interest rounded half up to the minor unit. */
    public static LateInterest of(String percent, DayCount dayCount) {
        return new LateInterest(new BigDecimal(percent), dayCount, RoundingPolicy.toCurrency(RoundingRule.HALF_UP));
    }

    /** The interest on an amount from a day, not counted, through another; zero when that is not later. */
    public MonetaryAmount on(MonetaryAmount amount, LocalDate from, LocalDate through) {
        if (!through.isAfter(from)) {
            return Amounts.zero(amount.getCurrency());
        }
        Rational share = Rational.of(percent).divide(Rational.of(100)).multiply(dayCount.fraction(from, through));
        long minor = rounding.minor(
                BigInteger.valueOf(Amounts.minor(amount)).multiply(share.numerator()),
                share.denominator(),
                amount.getCurrency());
        return Amounts.ofMinor(minor, amount.getCurrency());
    }

    /** The choices as one stable text, such as {@code 10% actual/365 half-up:currency}. */
    public String text() {
        return percent.toPlainString() + "% " + dayCount.text() + " " + rounding.name();
    }
}
