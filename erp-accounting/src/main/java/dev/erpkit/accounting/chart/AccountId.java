package dev.erpkit.accounting.chart;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The code of an account in the chart, such as {@code 1100} or {@code assets:cash}.
 *
 * @param value 1 to 128 characters without control characters and half surrogate pairs
 */
public record AccountId(String value) implements Comparable<AccountId> {
    /** Checks length and characters. */
    public AccountId {
        if (value.isBlank() || value.length() > 128 || !Texts.isLabel(value)) {
            throw new InvalidValueException(
                    "AccountId", "value", "account.form", "must have 1 to 128 characters and no control characters");
        }
    }

    /** The id with this text. */
    public static AccountId of(String value) {
        return new AccountId(value);
    }

    /** As a record would, written out because balances of all kinds are found by it. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof AccountId that && value.equals(that.value));
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
