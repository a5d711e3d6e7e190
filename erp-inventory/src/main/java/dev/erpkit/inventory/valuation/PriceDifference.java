package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;

/** Where the difference between a receipt and its bill goes. */
public enum PriceDifference {
    /** Into the receipt, and so into stock and the cost of what was issued of it. */
    FOLLOWS_THE_GOODS("follows-the-goods"),
    /** Into a variance of the bill; stock keeps the cost at which it came. */
    VARIANCE("variance");

    private final String text;

    PriceDifference(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code follows-the-goods}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static PriceDifference parse(String text) {
        return Names.parse(values(), PriceDifference::text, "PriceDifference", text);
    }
}
