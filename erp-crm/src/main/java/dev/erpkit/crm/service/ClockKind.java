package dev.erpkit.crm.service;

import dev.erpkit.core.value.InvalidValueException;

/** What an agreement promises a time for. */
public enum ClockKind {
    /** From the opening to the first answer. */
    FIRST_RESPONSE("first-response"),
    /** From a message of the customer to the next answer, after the first. */
    NEXT_RESPONSE("next-response"),
    /** From the opening to the solution. */
    RESOLUTION("resolution");

    private final String text;

    ClockKind(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code first-response}. */
    public String text() {
        return text;
    }

    /**
     * The clock with this stable name.
     *
     * @throws InvalidValueException {@code case.unknown-clock}
     */
    public static ClockKind parse(String text) {
        for (ClockKind value : values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        throw new InvalidValueException(
                "ClockKind", "text", "case.unknown-clock", "is not the name of a clock: " + text);
    }
}
