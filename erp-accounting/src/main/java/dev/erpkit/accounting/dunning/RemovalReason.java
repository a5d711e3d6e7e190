package dev.erpkit.accounting.dunning;

import dev.erpkit.core.value.InvalidValueException;

/** Why the dunning of an item ended. */
public enum RemovalReason {
    /** Nothing of the item is open. */
    SETTLED("settled"),
    /** Somebody withdrew the draft before it was sent. */
    WITHDRAWN("withdrawn");

    private final String text;

    RemovalReason(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The reason with this stable name.
     *
     * @throws InvalidValueException {@code dunning.policy}
     */
    public static RemovalReason parse(String text) {
        for (RemovalReason reason : values()) {
            if (reason.text.equals(text)) {
                return reason;
            }
        }
        throw new InvalidValueException(
                "RemovalReason", "text", "dunning.policy", "must be settled or withdrawn: " + text);
    }
}
