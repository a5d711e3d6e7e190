package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.quantity.Rational;

/** An exact sum that is brought to lowest terms once, at the end, as long as its parts have a common denominator. */
final class ExactSum {
    private Rational rest = Rational.ZERO;
    private long numerator;
    private long denominator = 1;

    void add(Rational part) {
        if (!part.fitsLongs() || !addLongs(part.longNumerator(), part.longDenominator())) {
            rest = rest.add(part);
        }
    }

    private boolean addLongs(long num, long den) {
        if (den > denominator && den % denominator == 0 && scaled(numerator, den / denominator)) {
            numerator *= den / denominator;
            denominator = den;
        }
        if (denominator % den != 0 || !scaled(num, denominator / den)) {
            return false;
        }
        long add = num * (denominator / den);
        long sum = numerator + add;
        if (((numerator ^ sum) & (add ^ sum)) < 0) {
            return false;
        }
        numerator = sum;
        return true;
    }

    private static boolean scaled(long number, long by) {
        return Math.multiplyHigh(number, by) == (number * by) >> 63;
    }

    Rational total() {
        Rational sum = Rational.of(numerator, denominator);
        return rest.isZero() ? sum : rest.add(sum);
    }
}
