package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;

/** Which goods share their cost. */
public enum PoolRule {
    /** All goods of an item. */
    ITEM("item"),
    /** The goods of an item in one warehouse. */
    ITEM_WAREHOUSE("item-warehouse"),
    /** The goods of an item in one lot. */
    ITEM_LOT("item-lot");

    private final String text;

    PoolRule(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code item}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static PoolRule parse(String text) {
        return Names.parse(values(), PoolRule::text, "PoolRule", text);
    }
}
