package dev.erpkit.inventory.item;

import dev.erpkit.core.value.InvalidValueException;

/** The places where an exact quantity may become a rounded one, because somebody orders, handles or reads it. */
public enum Boundary {
    /** What is ordered from a vendor. */
    ORDER("order"),
    /** What somebody takes from a shelf. */
    PICK("pick"),
    /** What is shown; nothing is decided by it. */
    DISPLAY("display");

    private final String text;

    Boundary(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code order}. */
    public String text() {
        return text;
    }

    /**
     * The boundary with this stable name.
     *
     * @throws InvalidValueException {@code item.unknown-name}
     */
    public static Boundary parse(String text) {
        for (Boundary boundary : values()) {
            if (boundary.text.equals(text)) {
                return boundary;
            }
        }
        throw new InvalidValueException(
                "Boundary", "text", "item.unknown-name", "is not one of the documented names: " + text);
    }
}
