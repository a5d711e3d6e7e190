package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The amount just read. */
final class RawAmount {
    long mantissa;
    int scale;
    /** Set where the digits do not fit the mantissa. */
    @Nullable
    BigDecimal big;

    int commodity;
    /** The only mark between digits, which may stand for decimals or for a group; 0 when there is no doubt. */
    byte doubtful;

    void negate() {
        mantissa = -mantissa;
        if (big != null) {
            big = big.negate();
        }
    }

    void set(BigDecimal value) {
        BigDecimal plain = value.scale() < 0 ? value.setScale(0) : value;
        scale = plain.scale();
        boolean fits = plain.unscaledValue().bitLength() < 60;
        mantissa = fits ? plain.unscaledValue().longValue() : 0;
        big = fits ? null : plain;
    }
}
