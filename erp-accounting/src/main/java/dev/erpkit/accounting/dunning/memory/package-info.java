/** Dunning kept in memory. */
@NullMarked
package dev.erpkit.accounting.dunning.memory;

import org.jspecify.annotations.NullMarked;
