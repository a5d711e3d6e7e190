/** Deals kept in memory. */
@NullMarked
package dev.erpkit.crm.pipeline.memory;

import org.jspecify.annotations.NullMarked;
