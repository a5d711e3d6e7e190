package dev.erpkit.accounting.period;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * What a lock covers. A lock of {@link #ALL} covers every scope; a lock of any other scope covers only that one.
 *
 * @param value {@code all}, or the name of a part such as {@code sales}, {@code purchases}, {@code tax};
 *     1 to 32 characters without control characters
 */
public record LockScope(String value) implements Comparable<LockScope> {
    /** Everything. */
    public static final LockScope ALL = new LockScope("all");

    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public LockScope {
        if (value.isBlank() || value.length() > 32) {
            throw new InvalidValueException("LockScope", "value", "id.length", "must have 1 to 32 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("LockScope", "value", "id.form", "must have no control characters");
        }
    }

    /** The scope with this name. */
    public static LockScope of(String value) {
        return new LockScope(value);
    }

    /** Tells whether what is said of this scope is said of the other one too. */
    public boolean covers(LockScope other) {
        return equals(ALL) || equals(other);
    }

    @Override
    public int compareTo(LockScope other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
