package dev.erpkit.inventory.purchase;

import dev.erpkit.core.value.InvalidValueException;

/** Where the difference between the price of a bill and that of the order goes. */
public enum PriceDifference {
    /** With the goods, into stock or the cost of goods: the valuation is told of the bill. */
    FOLLOWS_THE_GOODS("follows-the-goods"),
    /** Into a variance of its own; the goods keep the cost of the order. */
    VARIANCE("variance");

    private final String text;

    PriceDifference(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code variance}. */
    public String text() {
        return text;
    }

    /**
     * The policy with this stable name.
     *
     * @throws InvalidValueException {@code purchase.unknown-name}
     */
    public static PriceDifference parse(String text) {
        for (PriceDifference policy : values()) {
            if (policy.text.equals(text)) {
                return policy;
            }
        }
        throw new InvalidValueException(
                "PriceDifference", "text", "purchase.unknown-name", "is not one of the documented names: " + text);
    }
}
