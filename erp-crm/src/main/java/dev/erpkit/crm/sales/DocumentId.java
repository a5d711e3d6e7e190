package dev.erpkit.crm.sales;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a document of sales: a quote, an order, a frame contract, a delivery, an invoice.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record DocumentId(String value) implements Comparable<DocumentId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public DocumentId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("DocumentId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("DocumentId", "value", "id.form", "must have no control characters");
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
