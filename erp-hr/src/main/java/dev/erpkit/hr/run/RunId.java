package dev.erpkit.hr.run;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a payroll run.
 *
 * @param value the host's name of it, such as {@code 2026-03}; 1 to 64 characters without control characters
 */
public record RunId(String value) implements Comparable<RunId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public RunId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("RunId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("RunId", "value", "id.form", "must have no control characters");
        }
    }

    /** The run of this name. */
    public static RunId of(String value) {
        return new RunId(value);
    }

    @Override
    public int compareTo(RunId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
