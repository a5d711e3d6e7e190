package dev.erpkit.accounting.dunning;

import dev.erpkit.core.value.InvalidValueException;

/** Which level an item gets that is overdue enough for several. */
public enum LevelStep {
    /** The one after the last sent; nobody gets the last warning first. As in Tryton. */
    ONE_BY_ONE("one-by-one"),
    /** The highest it has reached. */
    HIGHEST("highest");

    private final String text;

    LevelStep(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The choice with this stable name.
     *
     * @throws InvalidValueException {@code dunning.policy}
     */
    public static LevelStep parse(String text) {
        for (LevelStep step : values()) {
            if (step.text.equals(text)) {
                return step;
            }
        }
        throw new InvalidValueException(
                "LevelStep", "text", "dunning.policy", "must be one-by-one or highest: " + text);
    }
}
