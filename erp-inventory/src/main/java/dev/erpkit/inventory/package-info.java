/**
 * Goods: items, moves, valuation and purchasing. The valuation is furnished; the rest is still empty.
 */
@NullMarked
package dev.erpkit.inventory;

import org.jspecify.annotations.NullMarked;
