package dev.erpkit.crm.party;

import dev.erpkit.core.value.InvalidValueException;

/** What a party has said last about a channel and a purpose. */
public enum ConsentState {
    /** It agreed. */
    GRANTED("granted"),
    /** It took its consent back, or objected. */
    WITHDRAWN("withdrawn");

    private final String text;

    ConsentState(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The one with this stable name.
     *
     * @throws InvalidValueException {@code consent.unknown-state}
     */
    public static ConsentState parse(String text) {
        for (ConsentState one : values()) {
            if (one.text.equals(text)) {
                return one;
            }
        }
        throw new InvalidValueException(
                "ConsentState", "text", "consent.unknown-state", "is not the name of a state of consent: " + text);
    }
}
