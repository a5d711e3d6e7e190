package dev.erpkit.crm.pipeline;

import dev.erpkit.core.value.InvalidValueException;

/** At the rate of which day a forecast converts. */
public enum RateDay {
    /** All deals at the rate of the forecast day. */
    AS_OF("as-of"),
    /** Open deals at the rate of the forecast day, closed ones at that of the day they were closed on. */
    CLOSING("closing");

    private final String text;

    RateDay(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code as-of}. */
    public String text() {
        return text;
    }

    /**
     * The rate day with this stable name.
     *
     * @throws InvalidValueException {@code pipeline.unknown-rate-day}
     */
    public static RateDay parse(String text) {
        for (RateDay value : values()) {
            if (value.text.equals(text)) {
                return value;
            }
        }
        throw new InvalidValueException(
                "RateDay", "text", "pipeline.unknown-rate-day", "is not the name of a rate day: " + text);
    }
}
