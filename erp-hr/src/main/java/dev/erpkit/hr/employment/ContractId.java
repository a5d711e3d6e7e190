package dev.erpkit.hr.employment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names one contract of a person.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record ContractId(String value) implements Comparable<ContractId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public ContractId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("ContractId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("ContractId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static ContractId of(String value) {
        return new ContractId(value);
    }

    @Override
    public int compareTo(ContractId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
