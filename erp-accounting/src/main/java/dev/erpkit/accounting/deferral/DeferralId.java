package dev.erpkit.accounting.deferral;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The client's id of a deferral, such as a line of an invoice; the key under which opening it is sent again.
 *
 * @param value 1 to 90 characters without control characters
 */
public record DeferralId(String value) implements Comparable<DeferralId> {
    /** Checks length and characters. */
    public DeferralId {
        if (value.isBlank() || value.length() > 90 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "DeferralId", "value", "key.form", "must have 1 to 90 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static DeferralId of(String value) {
        return new DeferralId(value);
    }

    @Override
    public int compareTo(DeferralId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
