package dev.erpkit.accounting.terms;

import dev.erpkit.core.value.InvalidValueException;

/** What is rounded to the smallest coin. */
public enum CashRoundingScope {
    /** The total of the document, once. */
    DOCUMENT("document"),
    /** Each instalment, since each is paid by itself. */
    INSTALMENT("instalment");

    private final String text;

    CashRoundingScope(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The scope with this stable name.
     *
     * @throws InvalidValueException {@code cash-rounding.policy}
     */
    public static CashRoundingScope parse(String text) {
        for (CashRoundingScope scope : values()) {
            if (scope.text.equals(text)) {
                return scope;
            }
        }
        throw new InvalidValueException(
                "CashRoundingScope", "text", "cash-rounding.policy", "must be document or instalment: " + text);
    }
}
