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
    exports dev.erpkit.inventory.analysis;
    exports dev.erpkit.inventory.assembly;
    exports dev.erpkit.inventory.count;
    exports dev.erpkit.inventory.count.memory;
    exports dev.erpkit.inventory.count.port;
    exports dev.erpkit.inventory.item;
    exports dev.erpkit.inventory.purchase;
    exports dev.erpkit.inventory.purchase.memory;
    exports dev.erpkit.inventory.purchase.port;
    exports dev.erpkit.inventory.replenishment;
    exports dev.erpkit.inventory.reservation;
    exports dev.erpkit.inventory.reservation.memory;
    exports dev.erpkit.inventory.reservation.port;
}
