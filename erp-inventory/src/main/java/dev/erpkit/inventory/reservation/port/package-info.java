/** What a host implements to keep reservations. Proven by {@code StockReservationLogContract} of the test kit. */
@NullMarked
package dev.erpkit.inventory.reservation.port;

import org.jspecify.annotations.NullMarked;
