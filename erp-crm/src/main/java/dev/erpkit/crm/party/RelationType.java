package dev.erpkit.crm.party;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * What one party is to another, such as {@code works-at} or {@code subsidiary-of}; the words are the host's.
 *
 * @param value 1 to 64 characters without control characters
 */
public record RelationType(String value) {
    /** Checks the form: {@code relation.form}. */
    public RelationType {
        if (value.isBlank() || value.length() > 64 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "RelationType", "value", "relation.form", "must have 1 to 64 characters and no control characters");
        }
    }

    /** The type with this name. */
    public static RelationType of(String value) {
        return new RelationType(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
