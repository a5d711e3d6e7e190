package dev.erpkit.accounting.terms;

import dev.erpkit.core.value.InvalidValueException;

/** Where the difference of cash rounding goes. */
public enum CashRoundingPosting {
    /** To a line of its own, a gain or a loss. */
    LINE("rounding-line"),
    /** Into the biggest tax of the document; to a line of its own where there is none. */
    BIGGEST_TAX("biggest-tax");

    private final String text;

    CashRoundingPosting(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The choice with this stable name.
     *
     * @throws InvalidValueException {@code cash-rounding.policy}
     */
    public static CashRoundingPosting parse(String text) {
        for (CashRoundingPosting posting : values()) {
            if (posting.text.equals(text)) {
                return posting;
            }
        }
        throw new InvalidValueException(
                "CashRoundingPosting", "text", "cash-rounding.policy", "must be rounding-line or biggest-tax: " + text);
    }
}
