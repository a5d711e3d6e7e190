package dev.erpkit.crm.service;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a case.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record CaseId(String value) implements Comparable<CaseId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public CaseId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("CaseId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("CaseId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static CaseId of(String value) {
        return new CaseId(value);
    }

    @Override
    public int compareTo(CaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
