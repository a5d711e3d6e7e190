/** Sheets of stock-taking kept in memory. */
@NullMarked
package dev.erpkit.inventory.count.memory;

import org.jspecify.annotations.NullMarked;
