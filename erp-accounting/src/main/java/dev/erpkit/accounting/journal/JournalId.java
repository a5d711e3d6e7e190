package dev.erpkit.accounting.journal;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a journal of a book: the series in which entries are numbered, such as {@code general} or {@code sales}.
 *
 * @param value 1 to 32 characters without control characters
 */
public record JournalId(String value) implements Comparable<JournalId> {
    /** The journal of entries that belong to no other. */
    public static final JournalId GENERAL = new JournalId("general");

    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public JournalId {
        if (value.isBlank() || value.length() > 32) {
            throw new InvalidValueException("JournalId", "value", "id.length", "must have 1 to 32 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("JournalId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static JournalId of(String value) {
        return new JournalId(value);
    }

    @Override
    public int compareTo(JournalId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
