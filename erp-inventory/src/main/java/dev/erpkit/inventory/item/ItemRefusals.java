package dev.erpkit.inventory.item;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitOfMeasure;

/** The refusals about items and units, each with its code and the sentence that says what to do. */
final class ItemRefusals {
    private static final RefusalCode UNKNOWN_UNIT = RefusalCode.of("item.unknown-unit");
    private static final RefusalCode INCOMPATIBLE = RefusalCode.of("item.incompatible-units");
    private static final RefusalCode UNKNOWN_ITEM = RefusalCode.of("item.unknown-item");
    private static final RefusalCode SERIAL_NOT_WHOLE = RefusalCode.of("item.serial-not-whole");
    private static final RefusalCode NO_BOUNDARY = RefusalCode.of("item.no-boundary");

    private ItemRefusals() {}

    static Refusal unknownUnit(String unit) {
        return Refusal.of(UNKNOWN_UNIT, "Unit " + unit + " is not known here; register it or name another")
                .with("unit", unit);
    }

    static Refusal incompatible(UnitOfMeasure from, UnitOfMeasure to) {
        return Refusal.of(
                        INCOMPATIBLE,
                        "Unit " + from + " measures " + from.dimension() + " and " + to + " measures " + to.dimension()
                                + "; take units of one dimension")
                .with("from", from)
                .with("to", to);
    }

    static Refusal unknownItem(String item) {
        return Refusal.of(UNKNOWN_ITEM, "Item " + item + " is not known; register it first")
                .with("item", item);
    }

    static Refusal serialNotWhole(String item, Rational quantity) {
        return Refusal.of(
                        SERIAL_NOT_WHOLE,
                        "Item " + item + " has serial numbers and cannot be " + quantity + "; move whole pieces")
                .with("item", item)
                .with("quantity", quantity);
    }

    static Refusal noBoundary(String item, Boundary boundary) {
        return Refusal.of(
                        NO_BOUNDARY,
                        "Item " + item + " does not say how it is rounded for " + boundary.text() + "; declare it")
                .with("item", item)
                .with("boundary", boundary.text());
    }
}
