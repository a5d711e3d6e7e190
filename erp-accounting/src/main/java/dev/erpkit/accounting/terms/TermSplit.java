package dev.erpkit.accounting.terms;

import dev.erpkit.core.value.InvalidValueException;

/** Who bears the units that rounding leaves when a total is split by payment terms. */
public enum TermSplit {
    /**
     * Every line is its exact share, cut to units by the one allocator: each within one unit of exact, what is left by a
     * named remainder rule. Needs a line for the rest, or shares of 100 % and nothing fixed.
     */
    ALLOCATED("allocated"),
    /** Every line is rounded by itself and the line for the rest, which there must be, takes what is left. As in Tryton. */
    REST_LINE("rest-line"),
    /**
     * Every line but the last is rounded by itself and the last takes what is left, whatever it says; shares must be 100 %
     * or the last line the rest. As in Odoo.
     */
    LAST_LINE("last-line");

    private final String text;

    TermSplit(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The split with this stable name.
     *
     * @throws InvalidValueException {@code terms.policy}
     */
    public static TermSplit parse(String text) {
        for (TermSplit split : values()) {
            if (split.text.equals(text)) {
                return split;
            }
        }
        throw new InvalidValueException("TermSplit", "text", "terms.policy", "is not the name of a split: " + text);
    }
}
