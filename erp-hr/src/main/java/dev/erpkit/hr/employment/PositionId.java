package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a position in a unit, held by a person or vacant.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record PositionId(String value) implements Comparable<PositionId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public PositionId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("PositionId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("PositionId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static PositionId of(String value) {
        return new PositionId(value);
    }

    @Override
    public int compareTo(PositionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
