package dev.erpkit.crm.party;

import dev.erpkit.core.value.InvalidValueException;

/** What a party is. */
public enum PartyKind {
    /** A natural person. */
    PERSON("person"),
    /** A company, an authority, an association. */
    ORGANISATION("organisation");

    private final String text;

    PartyKind(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The one with this stable name.
     *
     * @throws InvalidValueException {@code party.unknown-kind}
     */
    public static PartyKind parse(String text) {
        for (PartyKind one : values()) {
            if (one.text.equals(text)) {
                return one;
            }
        }
        throw new InvalidValueException(
                "PartyKind", "text", "party.unknown-kind", "is not the name of a kind of party: " + text);
    }
}
