package dev.erpkit.inventory.move;

import dev.erpkit.core.value.InvalidValueException;

/** What a location is to us. */
public enum LocationKind {
    /** A place of ours. */
    INTERNAL("internal"),
    /** On the way between places of ours; still ours. */
    TRANSIT("transit"),
    /** Where goods come from that we buy. */
    SUPPLIER("supplier"),
    /** Where goods go that we sell. */
    CUSTOMER("customer"),
    /** Where goods go that are lost or scrapped, and come from that are found. */
    LOSS("loss"),
    /** Where goods go that are used up in making others, and where those come from. */
    PRODUCTION("production"),
    /** Where goods come from that were there before anything was recorded; nothing goes there. */
    OPENING("opening");

    private final String text;

    LocationKind(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code internal}. */
    public String text() {
        return text;
    }

    /** Whether goods there are in our stock. */
    public boolean isOurs() {
        return this == INTERNAL || this == TRANSIT;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static LocationKind parse(String text) {
        for (LocationKind kind : values()) {
            if (kind.text.equals(text)) {
                return kind;
            }
        }
        throw new InvalidValueException(
                "LocationKind", "text", "stock.unknown-name", "is not one of the documented names: " + text);
    }
}
