package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;

/** What a fact does that is recorded late, or that amends an earlier one. */
public enum Backdating {
    /** It takes effect at its time, and all that follows is restated: no figure depends on the order of recording. */
    RESTATE("restate"),
    /** It takes effect when it is recorded, after all that was recorded before. Issues keep their cost: more of a receipt is a fresh receipt, less of it a return, and a dearer one is dearer as far as its goods are still there, the rest is a variance. */
    AS_RECORDED("as-recorded");

    private final String text;

    Backdating(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code restate}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static Backdating parse(String text) {
        return Names.parse(values(), Backdating::text, "Backdating", text);
    }
}
