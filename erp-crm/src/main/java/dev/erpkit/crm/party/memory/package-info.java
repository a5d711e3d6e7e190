/** Parties kept in memory. */
@NullMarked
package dev.erpkit.crm.party.memory;

import org.jspecify.annotations.NullMarked;
