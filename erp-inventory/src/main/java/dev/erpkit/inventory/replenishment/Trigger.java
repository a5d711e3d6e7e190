package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.value.InvalidValueException;

/** When the minimum is reached. */
public enum Trigger {
    /** Stock is below it. */
    BELOW("below"),
    /** Stock is at it or below it. */
    AT_OR_BELOW("at-or-below");

    private final String text;

    Trigger(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code at-or-below}. */
    public String text() {
        return text;
    }

    /**
     * The trigger with this stable name.
     *
     * @throws InvalidValueException {@code replenishment.unknown-name}
     */
    public static Trigger parse(String text) {
        for (Trigger trigger : values()) {
            if (trigger.text.equals(text)) {
                return trigger;
            }
        }
        throw new InvalidValueException(
                "Trigger", "text", "replenishment.unknown-name", "is not one of the documented names: " + text);
    }
}
