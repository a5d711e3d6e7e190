package dev.erpkit.inventory.item;

import dev.erpkit.core.value.InvalidValueException;

/** How the pieces of an item are told apart. */
public enum Tracking {
    /** Not at all. */
    NONE("none"),
    /** By lot. */
    LOT("lot"),
    /** Each piece has its own number. */
    SERIAL("serial");

    private final String text;

    Tracking(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code serial}. */
    public String text() {
        return text;
    }

    /**
     * The tracking with this stable name.
     *
     * @throws InvalidValueException {@code item.unknown-name}
     */
    public static Tracking parse(String text) {
        for (Tracking tracking : values()) {
            if (tracking.text.equals(text)) {
                return tracking;
            }
        }
        throw new InvalidValueException(
                "Tracking", "text", "item.unknown-name", "is not one of the documented names: " + text);
    }
}
