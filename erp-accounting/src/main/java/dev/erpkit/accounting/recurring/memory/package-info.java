/** Recurring entries in memory. */
@NullMarked
package dev.erpkit.accounting.recurring.memory;

import org.jspecify.annotations.NullMarked;
