package dev.erpkit.accounting.ledger;

import dev.erpkit.core.posting.Dimensions;
import java.util.Optional;

/**
 * Chooses lines by their value on one axis.
 *
 * @param axis the axis, such as {@code cost-centre}
 * @param value the value, or empty for lines that have none on that axis
 */
public record DimensionFilter(String axis, Optional<String> value) {
    /** Lines with this value. */
    public static DimensionFilter of(String axis, String value) {
        return new DimensionFilter(axis, Optional.of(value));
    }

    /** Lines without a value on the axis. */
    public static DimensionFilter unassigned(String axis) {
        return new DimensionFilter(axis, Optional.empty());
    }

    /** Tells whether coordinates are chosen. */
    public boolean matches(Dimensions dimensions) {
        return dimensions.get(axis).equals(value);
    }
}
