/** What was told to the books kept in memory. */
@NullMarked
package dev.erpkit.inventory.posting.memory;

import org.jspecify.annotations.NullMarked;
