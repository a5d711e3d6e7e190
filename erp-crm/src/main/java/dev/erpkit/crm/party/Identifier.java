package dev.erpkit.crm.party;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * A number by which others name a party.
 *
 * @param scheme whose numbers they are, such as {@code jp-corporate-number}; 1 to 64 characters
 * @param value the number; 1 to 64 characters
 */
public record Identifier(String scheme, String value) {
    /** Checks both: {@code identifier.form}. */
    public Identifier {
        for (String text : new String[] {scheme, value}) {
            if (text.isBlank() || text.length() > 64 || !Texts.isLabel(text)) {
                throw new InvalidValueException(
                        "Identifier",
                        "value",
                        "identifier.form",
                        "must have 1 to 64 characters without control characters");
            }
        }
    }

    /** The number may name a person: it stays out of logs. */
    @Override
    public String toString() {
        return "Identifier[" + scheme + "]";
    }
}
