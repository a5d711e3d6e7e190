package dev.erpkit.crm.party;

import dev.erpkit.core.value.InvalidValueException;

/** How alike two phone numbers are. */
public enum PhoneMatch {
    /** The same number. */
    EXACT("exact"),
    /** The same number within a country; one of them does not say which. */
    NATIONAL("national"),
    /** One is the end of the other. */
    SHORT_NATIONAL("short-national"),
    /** Different numbers. */
    NONE("none"),
    /** One of them is no phone number. */
    NOT_A_NUMBER("not-a-number");

    private final String text;

    PhoneMatch(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The one with this stable name.
     *
     * @throws InvalidValueException {@code phone.unknown-match}
     */
    public static PhoneMatch parse(String text) {
        for (PhoneMatch one : values()) {
            if (one.text.equals(text)) {
                return one;
            }
        }
        throw new InvalidValueException(
                "PhoneMatch", "text", "phone.unknown-match", "is not the name of a match of phone numbers: " + text);
    }
}
