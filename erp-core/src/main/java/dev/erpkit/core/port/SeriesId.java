package dev.erpkit.core.port;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a series of legal numbers.
 *
 * @param name what is numbered, such as a journal of a book; 1 to 400 characters without control characters
 * @param year the fiscal year in which the series runs
 */
public record SeriesId(String name, int year) {
    /** Checks the name: refused with {@code series.form}. */
    public SeriesId {
        if (name.isBlank() || name.length() > 400 || !Texts.isLabel(name)) {
            throw new InvalidValueException(
                    "SeriesId", "name", "series.form", "must have 1 to 400 characters and no control characters");
        }
    }

    @Override
    public String toString() {
        return name + "/" + year;
    }
}
