package dev.erpkit.crm.activity;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names something that is to be done.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record ActionId(String value) implements Comparable<ActionId> {
    /** Checks the form: {@code action.id-form}. */
    public ActionId {
        if (value.isBlank() || value.length() > 64 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "ActionId", "value", "action.id-form", "must have 1 to 64 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static ActionId of(String value) {
        return new ActionId(value);
    }

    @Override
    public int compareTo(ActionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
