/**
 * Goods: items, moves, valuation and purchasing. This room is still empty; it holds nothing an embedder could use yet.
 */
@NullMarked
package dev.erpkit.inventory;

import org.jspecify.annotations.NullMarked;
