/** Deferrals in memory. */
@NullMarked
package dev.erpkit.accounting.deferral.memory;

import org.jspecify.annotations.NullMarked;
