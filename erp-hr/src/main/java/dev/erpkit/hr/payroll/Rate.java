package dev.erpkit.hr.payroll;

import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;

/**
 * An exact share, such as 6.2 percent, as a fraction of two longs.
 *
 * @param numerator any
 * @param denominator above zero
 */
public record Rate(long numerator, long denominator) {
    /** Checks the denominator. */
    public Rate {
        if (denominator <= 0) {
            throw new IllegalArgumentException("denominator must be above zero: " + denominator);
        }
    }

    /** A rate in percent, such as {@code "6.2"}. */
    public static Rate percent(String percent) {
        return of(Rational.parse(percent).divide(Rational.of(100)));
    }

    /** A rate in thousandths, such as {@code "5.5"}. */
    public static Rate perMille(String perMille) {
        return of(Rational.parse(perMille).divide(Rational.of(1000)));
    }

    /** An exact number as a rate. */
    public static Rate of(Rational number) {
        return new Rate(number.longNumerator(), number.longDenominator());
    }

    /** The exact decimal where there is one, else the fraction. */
    @Override
    public String toString() {
        Rational exact = Rational.of(numerator, denominator);
        return exact.exactDecimal().map(BigDecimal::toPlainString).orElse(exact.toString());
    }
}
