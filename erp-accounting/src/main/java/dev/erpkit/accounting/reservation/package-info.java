/**
 * Two-phase entries: an entry is reserved, counts against the limits of its accounts, and is later settled in whole or in
 * part, released, or expires. Reservations and how they ended are facts.
 */
@NullMarked
package dev.erpkit.accounting.reservation;

import org.jspecify.annotations.NullMarked;
