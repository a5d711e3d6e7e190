package dev.erpkit.crm.party;

import dev.erpkit.core.value.InvalidValueException;

/** A way to reach a party, and the channel to which consent is given. */
public enum ContactKind {
    /** Electronic mail. */
    EMAIL("email"),
    /** Telephone. */
    PHONE("phone"),
    /** Letters. */
    POSTAL("postal"),
    /** A page of its own. */
    WEB("web"),
    /** Short messages and messengers. */
    MESSAGING("messaging");

    private final String text;

    ContactKind(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The one with this stable name.
     *
     * @throws InvalidValueException {@code contact.unknown-kind}
     */
    public static ContactKind parse(String text) {
        for (ContactKind one : values()) {
            if (one.text.equals(text)) {
                return one;
            }
        }
        throw new InvalidValueException(
                "ContactKind", "text", "contact.unknown-kind", "is not the name of a kind of contact: " + text);
    }
}
