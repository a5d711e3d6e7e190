package dev.erpkit.crm.pipeline;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a pipeline.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record PipelineId(String value) implements Comparable<PipelineId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public PipelineId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("PipelineId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("PipelineId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static PipelineId of(String value) {
        return new PipelineId(value);
    }

    @Override
    public int compareTo(PipelineId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
