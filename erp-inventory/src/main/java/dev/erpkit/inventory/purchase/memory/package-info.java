/** Purchases kept in memory. */
@NullMarked
package dev.erpkit.inventory.purchase.memory;

import org.jspecify.annotations.NullMarked;
