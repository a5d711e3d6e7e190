package dev.erpkit.crm.party;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * What consent is about.
 *
 * @param channel the way of reaching the party
 * @param purpose what for, such as {@code newsletter}; the words are the host's, 1 to 64 characters
 */
public record ConsentScope(ContactKind channel, String purpose) {
    /** Checks the purpose: {@code consent.form}. */
    public ConsentScope {
        if (purpose.isBlank() || purpose.length() > 64 || !Texts.isLabel(purpose)) {
            throw new InvalidValueException(
                    "ConsentScope",
                    "purpose",
                    "consent.form",
                    "must have 1 to 64 characters and no control characters");
        }
    }

    @Override
    public String toString() {
        return channel.text() + "/" + purpose;
    }
}
