package dev.erpkit.crm.sales.price;

import dev.erpkit.core.value.InvalidValueException;

/** How discounts stack. Worked: 10, 10 and 10 percent off 600. */
public enum DiscountMode {
    /** Each off what the one before has left, so that the order of percents does not matter: 437.40 is left. */
    MULTIPLICATIVE("multiplicative"),
    /** All off the price itself: 420 is left. */
    ADDITIVE("additive");

    private final String text;

    DiscountMode(String text) {
        this.text = text;
    }

    /** The stable name. */
    public String text() {
        return text;
    }

    /**
     * The mode with this stable name.
     *
     * @throws InvalidValueException {@code sales.discount-mode}
     */
    public static DiscountMode parse(String text) {
        for (DiscountMode mode : values()) {
            if (mode.text.equals(text)) {
                return mode;
            }
        }
        throw new InvalidValueException(
                "DiscountMode", "text", "sales.discount-mode", "is not the name of a way to stack discounts: " + text);
    }
}
