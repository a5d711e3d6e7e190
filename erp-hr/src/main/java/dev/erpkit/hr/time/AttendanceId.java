package dev.erpkit.hr.time;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names one attendance of a person.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record AttendanceId(String value) implements Comparable<AttendanceId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public AttendanceId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("AttendanceId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("AttendanceId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static AttendanceId of(String value) {
        return new AttendanceId(value);
    }

    @Override
    public int compareTo(AttendanceId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
