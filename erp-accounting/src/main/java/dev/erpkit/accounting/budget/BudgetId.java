package dev.erpkit.accounting.budget;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * The client's id of a budget; the key under which it is sent again.
 *
 * @param value 1 to 64 characters without control characters
 */
public record BudgetId(String value) implements Comparable<BudgetId> {
    /** Checks length and characters. */
    public BudgetId {
        if (value.isBlank() || value.length() > 64 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "BudgetId", "value", "key.form", "must have 1 to 64 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static BudgetId of(String value) {
        return new BudgetId(value);
    }

    @Override
    public int compareTo(BudgetId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
