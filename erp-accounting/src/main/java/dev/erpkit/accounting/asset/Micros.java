package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;

/** Units of use as whole millionths, and one form for equal numbers. */
final class Micros {
    private Micros() {}

    /** Refused with {@code asset.units} for more than six decimals or twelve digits before them. */
    static long of(BigDecimal units) {
        BigDecimal stripped = units.stripTrailingZeros();
        if (stripped.scale() > 6 || (long) stripped.precision() - stripped.scale() > 12) {
            throw new InvalidValueException(
                    "units", "units", "asset.units", "must have at most 12 digits and 6 decimals");
        }
        return stripped.movePointRight(6).longValueExact();
    }

    /** The number without needless zeros. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
