package dev.erpkit.core.posting;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * A key that the client chooses for a command, so that sending it again is safe: same key and content give the first
 * outcome again, same key with other content is refused.
 *
 * @param value 1 to 128 characters without control characters
 */
public record IdempotencyKey(String value) implements Comparable<IdempotencyKey> {
    /** Checks length and characters. */
    public IdempotencyKey {
        if (value.isBlank() || value.length() > 128 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "IdempotencyKey", "value", "key.form", "must have 1 to 128 characters and no control characters");
        }
    }

    /** The key with this text. */
    public static IdempotencyKey of(String value) {
        return new IdempotencyKey(value);
    }

    @Override
    public int compareTo(IdempotencyKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
