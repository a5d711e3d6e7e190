package dev.erpkit.inventory.assembly;

import dev.erpkit.core.value.InvalidValueException;

/** What a scrap of a tenth means. */
public enum ScrapRule {
    /** A tenth more is taken: 100 need 110. */
    ADDED("added"),
    /** A tenth of what is taken is lost: 90 need 100. */
    YIELD("yield");

    private final String text;

    ScrapRule(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code added}. */
    public String text() {
        return text;
    }

    /**
     * The rule with this stable name.
     *
     * @throws InvalidValueException {@code assembly.unknown-name}
     */
    public static ScrapRule parse(String text) {
        for (ScrapRule rule : values()) {
            if (rule.text.equals(text)) {
                return rule;
            }
        }
        throw new InvalidValueException(
                "ScrapRule", "text", "assembly.unknown-name", "is not one of the documented names: " + text);
    }
}
