package dev.erpkit.accounting.document;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The id of a document, chosen by the client; it is the idempotency key of issuing it. Its legal number comes apart, when it
 * is issued. Open items and entries name the document by this id.
 *
 * @param value 1 to 64 characters without control characters
 */
public record DocumentId(String value) implements Comparable<DocumentId> {
    /** Checks length and characters ({@code key.form}). */
    public DocumentId {
        if (value.isBlank() || value.length() > 64 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "DocumentId", "value", "key.form", "must have 1 to 64 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static DocumentId of(String value) {
        return new DocumentId(value);
    }

    @Override
    public int compareTo(DocumentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
