package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;

/** By what a landed cost is shared among receipts. */
public enum LandedCostBasis {
    /** By quantity. */
    QUANTITY("quantity"),
    /** By the value of the goods. */
    VALUE("value"),
    /** By quantity and the weight of a unit. */
    WEIGHT("weight"),
    /** By quantity and the volume of a unit. */
    VOLUME("volume"),
    /** In equal shares. */
    EQUAL("equal");

    private final String text;

    LandedCostBasis(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code quantity}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static LandedCostBasis parse(String text) {
        return Names.parse(values(), LandedCostBasis::text, "LandedCostBasis", text);
    }
}
