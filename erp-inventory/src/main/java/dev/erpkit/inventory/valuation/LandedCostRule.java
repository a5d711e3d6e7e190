package dev.erpkit.inventory.valuation;

import dev.erpkit.core.value.InvalidValueException;

/** Where freight, duty and the like go. */
public enum LandedCostRule {
    /** Into the receipt, as if they had been known when it came; issues since then are restated. */
    RESTATE_AT_RECEIPT("restate-at-receipt"),
    /**
     * On their own day: into stock as far as there are goods, whichever they are where they are not told apart; the rest is a
     * variance.
     */
    COVERAGE_AT_EVENT("coverage-at-event"),
    /**
     * On their own day: into stock as far as the goods of that very receipt are still there, the first that came having gone
     * first also where goods are not told apart; the rest is a variance.
     */
    REMAINING_AT_EVENT("remaining-at-event");

    private final String text;

    LandedCostRule(String text) {
        this.text = text;
    }

    /** The stable name, such as {@code restate-at-receipt}. */
    public String text() {
        return text;
    }

    /**
     * The constant with this stable name.
     *
     * @throws InvalidValueException {@code stock.unknown-name}
     */
    public static LandedCostRule parse(String text) {
        return Names.parse(values(), LandedCostRule::text, "LandedCostRule", text);
    }
}
