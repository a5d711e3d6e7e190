package dev.erpkit.crm.service;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a queue in which cases wait for the people who handle its kind.
 *
 * @param value the host's id, 1 to 64 characters without control characters
 */
public record QueueId(String value) implements Comparable<QueueId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public QueueId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("QueueId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("QueueId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static QueueId of(String value) {
        return new QueueId(value);
    }

    @Override
    public int compareTo(QueueId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
