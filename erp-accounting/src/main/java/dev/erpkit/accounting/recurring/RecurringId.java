package dev.erpkit.accounting.recurring;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The client's id of a template; the key under which it is sent again.
 *
 * @param value 1 to 64 characters without control characters
 */
public record RecurringId(String value) implements Comparable<RecurringId> {
    /** Checks length and characters. */
    public RecurringId {
        if (value.isBlank() || value.length() > 64 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "RecurringId", "value", "key.form", "must have 1 to 64 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static RecurringId of(String value) {
        return new RecurringId(value);
    }

    @Override
    public int compareTo(RecurringId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
