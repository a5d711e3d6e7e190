/** Frozen consolidations in memory: the default of a host that embeds, and the store of tests. */
@NullMarked
package dev.erpkit.accounting.consolidation.memory;

import org.jspecify.annotations.NullMarked;
