package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;

/** What goods that go back are worth. */
public enum ReturnCost {
    /** Their share of what they first cost, whatever that turns out to be. */
    ORIGINAL_COST("original-cost"),
    /** What goods in the pool are worth when they go back. */
    CURRENT_COST("current-cost");

    private final String text;

    ReturnCost(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code original-cost}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static ReturnCost parse(String text) {
        return Names.parse(values(), ReturnCost::text, "ReturnCost", text);
    }
}
