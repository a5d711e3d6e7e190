package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a unit of an organisation, such as a department.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record UnitId(String value) implements Comparable<UnitId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public UnitId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("UnitId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("UnitId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static UnitId of(String value) {
        return new UnitId(value);
    }

    @Override
    public int compareTo(UnitId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
