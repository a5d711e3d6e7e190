package dev.erpkit.inventory.purchase;

import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;

/** Exact figures to minor units, half up away from zero. */
final class Money {
    private Money() {}

    static long round(Rational exact) {
        BigInteger twice = exact.abs().numerator().shiftLeft(1).add(exact.denominator());
        long size = twice.divide(exact.denominator().shiftLeft(1)).longValueExact();
        return exact.signum() < 0 ? Math.negateExact(size) : size;
    }

    static long share(long minor, Rational part, Rational whole) {
        return round(Rational.of(minor).multiply(part).divide(whole));
    }
}
