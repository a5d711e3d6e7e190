package dev.erpkit.crm.pipeline;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a deal.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record DealId(String value) implements Comparable<DealId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public DealId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("DealId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("DealId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static DealId of(String value) {
        return new DealId(value);
    }

    @Override
    public int compareTo(DealId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
