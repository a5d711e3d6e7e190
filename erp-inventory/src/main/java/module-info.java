/** Goods: items, moves, valuation and purchasing (nothing to use yet). */
module dev.erpkit.inventory {
    requires transitive dev.erpkit.core;
    requires static org.immutables.value.annotations;
}
