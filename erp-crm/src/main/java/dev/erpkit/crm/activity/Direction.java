package dev.erpkit.crm.activity;

import dev.erpkit.core.value.InvalidValueException;

/** Who spoke to whom. */
public enum Direction {
    /** The party to us. */
    IN("in"),
    /** We to the party. */
    OUT("out"),
    /** We to ourselves. */
    INTERNAL("internal");

    private final String text;

    Direction(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The one with this stable name.
     *
     * @throws InvalidValueException {@code activity.unknown-direction}
     */
    public static Direction parse(String text) {
        for (Direction one : values()) {
            if (one.text.equals(text)) {
                return one;
            }
        }
        throw new InvalidValueException(
                "Direction", "text", "activity.unknown-direction", "is not the name of a direction: " + text);
    }
}
