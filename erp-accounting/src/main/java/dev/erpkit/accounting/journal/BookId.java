package dev.erpkit.accounting.journal;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Names one set of books, such as {@code main}, {@code ifrs} or {@code tax}.
 *
 * @param value 1 to 32 characters without control characters
 */
public record BookId(String value) implements Comparable<BookId> {
    /** The book of a host that keeps only one. */
    public static final BookId MAIN = new BookId("main");

    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public BookId {
        if (value.isBlank() || value.length() > 32) {
            throw new InvalidValueException("BookId", "value", "id.length", "must have 1 to 32 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("BookId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static BookId of(String value) {
        return new BookId(value);
    }

    /** As a record would, written out because balances of all kinds are found by it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof BookId that && value.equals(that.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(BookId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
