package dev.erpkit.crm.party;

import dev.erpkit.core.value.InvalidValueException;

/** Whose name and other single values a merged party shows. Contact points and identifiers are kept of all. */
public enum Survivorship {
    /** Those of the profile that was changed last; what it lacks, of the one changed before. */
    NEWEST("newest"),
    /** Those of the surviving party; what it lacks, of the others, newest first. */
    SURVIVOR("survivor");

    private final String text;

    Survivorship(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The one with this stable name.
     *
     * @throws InvalidValueException {@code party.unknown-survivorship}
     */
    public static Survivorship parse(String text) {
        for (Survivorship one : values()) {
            if (one.text.equals(text)) {
                return one;
            }
        }
        throw new InvalidValueException(
                "Survivorship",
                "text",
                "party.unknown-survivorship",
                "is not the name of a rule of survivorship: " + text);
    }
}
