package dev.erpkit.crm.service;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a service agreement.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record AgreementId(String value) implements Comparable<AgreementId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public AgreementId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("AgreementId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("AgreementId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static AgreementId of(String value) {
        return new AgreementId(value);
    }

    @Override
    public int compareTo(AgreementId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
