package dev.erpkit.core.party;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a party: customer, supplier, employee, authority. Opaque: it holds no name or other personal content.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record PartyId(String value) implements Comparable<PartyId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public PartyId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("PartyId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("PartyId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static PartyId of(String value) {
        return new PartyId(value);
    }

    @Override
    public int compareTo(PartyId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
