package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.value.InvalidValueException;

/** What becomes of an order that is no multiple of what the vendor sells. */
public enum MultipleRounding {
    /** The next larger multiple, though it exceeds the maximum, as ERPNext and Business Central do. */
    UP("up"),
    /** The next smaller one, though it may stay below the minimum, as Odoo does. */
    DOWN("down");

    private final String text;

    MultipleRounding(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code up}. */
    public String text() {
        return text;
    }

    /**
     * The rounding with this stable name.
     *
     * @throws InvalidValueException {@code replenishment.unknown-name}
     */
    public static MultipleRounding parse(String text) {
        for (MultipleRounding rounding : values()) {
            if (rounding.text.equals(text)) {
                return rounding;
            }
        }
        throw new InvalidValueException(
                "MultipleRounding",
                "text",
                "replenishment.unknown-name",
                "is not one of the documented names: " + text);
    }
}
