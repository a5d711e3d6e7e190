/** Goods: moves of stock and what it is worth. */
module dev.erpkit.inventory {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;

    exports dev.erpkit.inventory.move;
    exports dev.erpkit.inventory.move.memory;
    exports dev.erpkit.inventory.move.port;
    exports dev.erpkit.inventory.posting;
    exports dev.erpkit.inventory.posting.memory;
    exports dev.erpkit.inventory.posting.port;
    exports dev.erpkit.inventory.valuation;
}
