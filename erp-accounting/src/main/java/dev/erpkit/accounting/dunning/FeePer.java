package dev.erpkit.accounting.dunning;

import dev.erpkit.core.value.InvalidValueException;

/** How often a fee is charged. */
public enum FeePer {
    /** For every item. As in Tryton. */
    ITEM("item"),
    /** Once for a party's items of one currency in one run, at the highest level; the longest overdue of these bears it. */
    LETTER("letter");

    private final String text;

    FeePer(String text) {
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
    public static FeePer parse(String text) {
        for (FeePer per : values()) {
            if (per.text.equals(text)) {
                return per;
            }
        }
        throw new InvalidValueException("FeePer", "text", "dunning.policy", "must be item or letter: " + text);
    }
}
