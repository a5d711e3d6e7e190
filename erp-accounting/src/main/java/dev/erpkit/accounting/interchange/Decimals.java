package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Exact decimals as a {@code long} mantissa and a scale, with {@link BigDecimal} where 18 digits do not do. */
final class Decimals {
    private static final long[] POWERS = new long[19];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = 10 * POWERS[i - 1];
        }
    }

    private Decimals() {}

    /** Ten to this power, for 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** Tells whether the mantissa times ten to this power fits. */
    static boolean fits(long mantissa, int exponent) {
        if (exponent >= POWERS.length) {
            return false;
        }
        long power = POWERS[exponent];
        return mantissa <= Long.MAX_VALUE / power && mantissa >= -(Long.MAX_VALUE / power);
    }

    /** Tells whether the product fits. */
    static boolean productFits(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        return high == (a * b) >> 63;
    }

    static BigDecimal value(long mantissa, int scale, @Nullable BigDecimal big) {
        return big != null ? big : BigDecimal.valueOf(mantissa, scale);
    }
}
