package dev.erpkit.hr.japan.internal;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import javax.money.CurrencyUnit;

/** Exact arithmetic in whole yen. */
public final class Yen {
    /** The currency. */
    public static final CurrencyUnit JPY = Amounts.currency("JPY");

    /** To tens, five up: the monthly table and the computer method. */
    public static final RoundingPolicy HALF_UP_10 = RoundingPolicy.parse("half-up:-1");

    /** To hundreds, fifty up: the column otsu. */
    public static final RoundingPolicy HALF_UP_100 = RoundingPolicy.parse("half-up:-2");

    private static final RoundingPolicy FIFTY_SEN = RoundingPolicy.fiftySenAndUnderDown();

    private Yen() {}

    /** A share, its fraction dropped. */
    public static long floor(long amount, long numerator, long denominator) {
        return Math.floorDiv(Math.multiplyExact(amount, numerator), denominator);
    }

    /** A share, any fraction up. */
    public static long ceil(long amount, long numerator, long denominator) {
        return -Math.floorDiv(-Math.multiplyExact(amount, numerator), denominator);
    }

    /** Down to whole multiples of a unit. */
    public static long floorTo(long amount, long unit) {
        return Math.floorDiv(amount, unit) * unit;
    }

    /** A rounded fraction of yen. */
    public static long round(long numerator, long denominator, RoundingPolicy policy) {
        return policy.minor(numerator, denominator, JPY);
    }

    /** A share, 50 sen and under dropped, above that up. */
    public static long fiftySenDown(long amount, long numerator, long denominator) {
        return FIFTY_SEN.share(amount, numerator, denominator, JPY);
    }
}
