package dev.erpkit.accounting.terms;

import dev.erpkit.core.value.InvalidValueException;

/** What becomes of payment terms whose fixed amounts ask for more than a total leaves. */
public enum FixedExcess {
    /** The total is refused: {@code terms.fixed-exceeds}. */
    REFUSE("refuse"),
    /** A line asks for what is left, later lines for nothing. */
    CAP("cap");

    private final String text;

    FixedExcess(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The choice with this stable name.
     *
     * @throws InvalidValueException {@code terms.policy}
     */
    public static FixedExcess parse(String text) {
        for (FixedExcess excess : values()) {
            if (excess.text.equals(text)) {
                return excess;
            }
        }
        throw new InvalidValueException("FixedExcess", "text", "terms.policy", "is not the name of a choice: " + text);
    }
}
