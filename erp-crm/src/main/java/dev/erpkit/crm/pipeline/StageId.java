package dev.erpkit.crm.pipeline;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a stage of a pipeline.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record StageId(String value) implements Comparable<StageId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public StageId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("StageId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("StageId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static StageId of(String value) {
        return new StageId(value);
    }

    @Override
    public int compareTo(StageId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
