package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;

/** The arithmetic of shares in whole minor units. */
final class Shares {
    private Shares() {}

    /** The part of a value that goes with so much of a quantity: all of it with all, else in proportion, half up. */
    static long part(long value, Rational quantity, Rational whole) {
        if (quantity.equals(whole)) {
            return value;
        }
        return round(Rational.of(value).multiply(quantity).divide(whole));
    }

    /** To whole units, from the middle away from zero. */
    static long round(Rational exact) {
        BigInteger two = BigInteger.TWO;
        BigInteger size = exact.numerator().abs().multiply(two).add(exact.denominator());
        long rounded = size.divide(exact.denominator().multiply(two)).longValueExact();
        return exact.signum() < 0 ? -rounded : rounded;
    }
}
