package dev.erpkit.inventory.assembly;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;

/** The refusals of kits and production, each with its code and the sentence that says what to do. */
final class AssemblyRefusals {
    private static final RefusalCode CYCLE = RefusalCode.of("assembly.cycle");
    private static final RefusalCode DUPLICATE = RefusalCode.of("assembly.duplicate");
    private static final RefusalCode NO_BILL = RefusalCode.of("assembly.no-bill");
    private static final RefusalCode ORDER = RefusalCode.of("assembly.order-quantity");

    private AssemblyRefusals() {}

    static Refusal cycle(String path) {
        return Refusal.of(CYCLE, "The bills of materials go round: " + path + "; take one of these components out")
                .with("path", path);
    }

    static Refusal duplicate(String item) {
        return Refusal.of(DUPLICATE, "Item " + item + " has two bills of materials; keep one")
                .with("item", item);
    }

    static Refusal noBill(String item) {
        return Refusal.of(NO_BILL, "Item " + item + " has no bill of materials; register one")
                .with("item", item);
    }

    static Refusal order(String item) {
        return Refusal.of(ORDER, "An order of " + item + " is not above zero; order something")
                .with("item", item);
    }
}
