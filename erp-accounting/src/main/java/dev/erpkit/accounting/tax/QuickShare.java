package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;

/** A share of the price as two longs, for the inner loop; a denominator of 0 where it is none. */
record QuickShare(long numerator, long denominator) {
    static QuickShare[] of(Share[] shares, Rational scale) {
        QuickShare[] quick = new QuickShare[shares.length];
        for (int i = 0; i < quick.length; i++) {
            Rational price = shares[i].price().multiply(scale);
            boolean fits = shares[i].unit().isZero()
                    && price.numerator().bitLength() < 64
                    && price.denominator().bitLength() < 64;
            quick[i] = fits
                    ? new QuickShare(
                            price.numerator().longValueExact(),
                            price.denominator().longValueExact())
                    : new QuickShare(0, 0);
        }
        return quick;
    }

    boolean fits() {
        return denominator > 0;
    }
}
