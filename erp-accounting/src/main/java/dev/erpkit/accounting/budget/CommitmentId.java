package dev.erpkit.accounting.budget;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The client's id of a commitment; the key under which it is sent again.
 *
 * @param value 1 to 64 characters without control characters
 */
public record CommitmentId(String value) implements Comparable<CommitmentId> {
    /** Checks length and characters. */
    public CommitmentId {
        if (value.isBlank() || value.length() > 64 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "CommitmentId", "value", "key.form", "must have 1 to 64 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static CommitmentId of(String value) {
        return new CommitmentId(value);
    }

    @Override
    public int compareTo(CommitmentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
