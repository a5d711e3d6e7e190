package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;

/** What happens when more is issued than there is. */
public enum NegativeStock {
    /** The issue takes the last known cost for what is missing, and the cost of the goods that cover it once they come. */
    TRUE_UP("true-up"),
    /** The issue takes the last known cost for what is missing and keeps it; the difference is a variance of the receipt that covers it. */
    REPLACE("replace"),
    /** The history is refused, and the refusal names the issue that lacks goods. */
    FORBID("forbid");

    private final String text;

    NegativeStock(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code true-up}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static NegativeStock parse(String text) {
        return Names.parse(values(), NegativeStock::text, "NegativeStock", text);
    }
}
