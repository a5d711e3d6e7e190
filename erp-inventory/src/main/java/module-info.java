/** Goods: valuation of stock. */
module dev.erpkit.inventory {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;

    exports dev.erpkit.inventory.valuation;
}
