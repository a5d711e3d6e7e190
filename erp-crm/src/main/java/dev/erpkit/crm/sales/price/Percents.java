package dev.erpkit.crm.sales.price;

import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;

/** Percentages as exact shares. */
final class Percents {
    private static final Rational HUNDREDTH = Rational.of(1, 100);

    private Percents() {}

    static BigDecimal canonical(BigDecimal percent) {
        BigDecimal stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    static Rational share(BigDecimal percent) {
        return Rational.of(percent).multiply(HUNDREDTH);
    }

    /** What is left of one after so many percent. */
    static Rational left(BigDecimal percent) {
        return Rational.ONE.subtract(share(percent));
    }

    /** A share as percents, exact. */
    static Rational percent(Rational share) {
        return share.multiply(Rational.of(100));
    }
}
