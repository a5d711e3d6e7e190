package dev.erpkit.accounting.payment;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.value.Texts;

/**
 * Names a payment; chosen by the client, so that recording it twice records it once.
 *
 * @param value 1 to 64 characters without control characters
 */
public record PaymentId(String value) implements Comparable<PaymentId> {
    /** Checks length ({@code id.length}) and characters ({@code id.form}). */
    public PaymentId {
        if (value.isBlank() || value.length() > 64) {
            throw new InvalidValueException("PaymentId", "value", "id.length", "must have 1 to 64 characters");
        }
        if (!Texts.isLabel(value)) {
            throw new InvalidValueException("PaymentId", "value", "id.form", "must have no control characters");
        }
    }

    /** The id with this text. */
    public static PaymentId of(String value) {
        return new PaymentId(value);
    }

    @Override
    public int compareTo(PaymentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
