package dev.erpkit.crm.pipeline;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names who sells: a person, a team, a partner.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record SellerId(String value) implements Comparable<SellerId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public SellerId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("SellerId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("SellerId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static SellerId of(String value) {
        return new SellerId(value);
    }

    @Override
    public int compareTo(SellerId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
