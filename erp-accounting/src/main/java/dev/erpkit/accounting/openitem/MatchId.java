package dev.erpkit.accounting.openitem;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The id of a match, chosen by the client; it is the idempotency key of matching, unique over all books of a tenant.
 *
 * @param value 1 to 128 characters without control characters and half surrogate pairs
 */
public record MatchId(String value) implements Comparable<MatchId> {
    /** Checks length and characters. */
    public MatchId {
        if (value.isBlank() || value.length() > 128 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "MatchId", "value", "key.form", "must have 1 to 128 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static MatchId of(String value) {
        return new MatchId(value);
    }

    @Override
    public int compareTo(MatchId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
