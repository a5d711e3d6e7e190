/** Goods: valuation of stock. */
module dev.erpkit.inventory {
    requires transitive dev.erpkit.core;

    exports dev.erpkit.inventory.valuation;
}
