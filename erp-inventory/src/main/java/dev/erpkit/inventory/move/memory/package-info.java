/** Moves and what was told of them kept in memory. */
@NullMarked
package dev.erpkit.inventory.move.memory;

import org.jspecify.annotations.NullMarked;
