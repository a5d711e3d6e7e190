package dev.erpkit.accounting.budget;

import dev.erpkit.core.value.InvalidValueException;

/** Over which periods a plan must suffice. */
public enum ControlHorizon {
    /** Each period by itself. */
    PERIOD("period"),
    /** From the first period through each: what was not spent may be spent later, nothing in advance. */
    YEAR_TO_DATE("year-to-date"),
    /** The year as a whole. */
    YEAR("year");

    private final String text;

    ControlHorizon(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /** The first period that counts where an entry stands in {@code period}. */
    int first(int period) {
        return this == PERIOD ? period : 0;
    }

    /**
     * The horizon with this stable name.
     *
     * @throws InvalidValueException {@code budget.unknown-policy}
     */
    public static ControlHorizon parse(String text) {
        for (ControlHorizon horizon : values()) {
            if (horizon.text.equals(text)) {
                return horizon;
            }
        }
        throw new InvalidValueException(
                "ControlHorizon", "text", "budget.unknown-policy", "is not the name of a horizon: " + text);
    }
}
