package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;

/** What takes effect first of facts with the same effective time. */
public enum SameInstant {
    /** What was recorded first. */
    RECORDED("recorded"),
    /** Receipts and customer returns before all else; then what was recorded first. */
    INBOUND_FIRST("inbound-first");

    private final String text;

    SameInstant(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code recorded}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static SameInstant parse(String text) {
        return Names.parse(values(), SameInstant::text, "SameInstant", text);
    }
}
