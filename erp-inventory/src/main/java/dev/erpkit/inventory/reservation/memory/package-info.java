/** Reservations kept in memory. */
@NullMarked
package dev.erpkit.inventory.reservation.memory;

import org.jspecify.annotations.NullMarked;
