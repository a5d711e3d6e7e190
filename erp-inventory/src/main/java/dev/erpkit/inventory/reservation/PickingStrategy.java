package dev.erpkit.inventory.reservation;

import dev.erpkit.core.value.InvalidValueException;

/** Which goods are taken first. */
public enum PickingStrategy {
    /** What came in first. */
    FIFO("fifo"),
    /** What came in last. */
    LIFO("lifo"),
    /** What expires first; what does not expire last. */
    FEFO("fefo"),
    /** What is closest. */
    CLOSEST("closest"),
    /**
     * As few whole packages as make the quantity exactly; where none do, as few as hold it, and the last of them, the smallest
     * that will do, is opened.
     */
    LEAST_PACKAGES("least-packages");

    private final String text;

    PickingStrategy(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code fefo}. */
    public String text() {
        return text;
    }

    /**
     * The strategy with this stable name.
     *
     * @throws InvalidValueException {@code reservation.unknown-name}
     */
    public static PickingStrategy parse(String text) {
        for (PickingStrategy strategy : values()) {
            if (strategy.text.equals(text)) {
                return strategy;
            }
        }
        throw new InvalidValueException(
                "PickingStrategy", "text", "reservation.unknown-name", "is not one of the documented names: " + text);
    }
}
