package dev.erpkit.hr.leave;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a lot or a taking of leave of a person.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record LeaveId(String value) implements Comparable<LeaveId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public LeaveId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("LeaveId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("LeaveId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static LeaveId of(String value) {
        return new LeaveId(value);
    }

    @Override
    public int compareTo(LeaveId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
