package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import java.math.BigInteger;

/** Whole multiples of a step. */
final class Steps {
    private Steps() {}

    static Rational down(Rational quantity, Rational step) {
        Rational times = quantity.divide(step);
        BigInteger[] parts = times.numerator().divideAndRemainder(times.denominator());
        BigInteger whole = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return Rational.of(whole, BigInteger.ONE).multiply(step);
    }

    static Rational up(Rational quantity, Rational step) {
        return down(quantity.negate(), step).negate();
    }

    static Rational max(Rational a, Rational b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    static Rational min(Rational a, Rational b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
