package dev.erpkit.crm.activity;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names an activity.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record ActivityId(String value) implements Comparable<ActivityId> {
    /** Checks the form: {@code activity.id-form}. */
    public ActivityId {
        if (value.isBlank() || value.length() > 64 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "ActivityId",
                    "value",
                    "activity.id-form",
                    "must have 1 to 64 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static ActivityId of(String value) {
        return new ActivityId(value);
    }

    @Override
    public int compareTo(ActivityId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
