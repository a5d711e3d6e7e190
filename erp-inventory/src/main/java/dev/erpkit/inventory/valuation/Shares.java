package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;

/** The arithmetic of shares in whole minor units. */
final class Shares {
    private static final long FITS = Long.MAX_VALUE / 4;

    private Shares() {}

    /** The part of a value that goes with so much of a quantity: all of it with all, else in proportion, half up. */
    static long part(long value, Rational quantity, Rational whole) {
        if (quantity.equals(whole)) {
            return value;
        }
        return round(Rational.of(value).multiply(quantity).divide(whole));
    }

    /** The same of whole units of quantity; also of more than the whole. */
    static long part(long value, long quantity, long whole) {
        long high = Math.multiplyHigh(value, quantity);
        long low = value * quantity;
        boolean fits = high == low >> 63 && low < FITS && low > -FITS && whole < FITS;
        if (!fits) {
            return round(Rational.of(value).multiply(Rational.of(quantity)).divide(Rational.of(whole)));
        }
        long rounded = (2 * Math.abs(low) + whole) / (2 * whole);
        return low < 0 ? -rounded : rounded;
    }

    /** A product to whole units, from the middle away from zero. */
    static long product(Rational price, Rational quantity) {
        if (price.fitsLongs() && quantity.fitsLongs()) {
            long denominator = price.longDenominator() * quantity.longDenominator();
            if (price.longDenominator() == denominator || quantity.longDenominator() == denominator) {
                return part(price.longNumerator(), quantity.longNumerator(), denominator);
            }
        }
        return round(price.multiply(quantity));
    }

    /** To whole units, from the middle away from zero. */
    static long round(Rational exact) {
        BigInteger two = BigInteger.TWO;
        BigInteger size = exact.numerator().abs().multiply(two).add(exact.denominator());
        long rounded = size.divide(exact.denominator().multiply(two)).longValueExact();
        return exact.signum() < 0 ? -rounded : rounded;
    }
}
