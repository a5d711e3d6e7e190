package dev.erpkit.accounting.journal;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The id of an entry, chosen by the client; it is the idempotency key of posting the entry, unique over all books of a
 * tenant.
 *
 * @param value 1 to 160 characters without control characters
 */
public record EntryId(String value) implements Comparable<EntryId> {
    /** Checks length and characters ({@code key.form}). */
    public EntryId {
        if (value.isEmpty() || value.length() > 160) {
            throw new InvalidValueException("EntryId", "value", "key.form", "must have 1 to 160 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("EntryId", "value", "key.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static EntryId of(String value) {
        return new EntryId(value);
    }

    /** The id of the entry that an event gives in one book. */
    public static EntryId of(IdempotencyKey key, BookId book) {
        return new EntryId(key.value() + "@" + book.value());
    }

    @Override
    public int compareTo(EntryId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
