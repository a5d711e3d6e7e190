package dev.erpkit.core.quantity;

import dev.erpkit.core.value.InvalidValueException;

/**
 * A unit in which things are counted or measured.
 *
 * @param code its code, such as UN/ECE Recommendation 20's {@code KGM}, or the host's own, 1 to 32 characters
 * @param dimension what it measures, such as {@code mass}; only units of one dimension convert, 1 to 32 characters
 */
public record UnitOfMeasure(String code, String dimension) {
    /** Checks both lengths. */
    public UnitOfMeasure {
        check("code", code);
        check("dimension", dimension);
    }

    /** The unit with this code and dimension. */
    public static UnitOfMeasure of(String code, String dimension) {
        return new UnitOfMeasure(code, dimension);
    }

    @Override
    public String toString() {
        return code;
    }

    private static void check(String path, String text) {
        if (text.isBlank() || text.length() > 32) {
            throw new InvalidValueException("UnitOfMeasure", path, "unit.form", "must have 1 to 32 characters");
        }
    }
}
