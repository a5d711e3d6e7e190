/**
 * Reservation and picking: who has a claim on which goods, and which goods somebody takes. What is reserved is never more
 * than there is, whoever asks at the same moment; picking goes by age, expiry, distance or packages and has nothing to do
 * with what the goods cost.
 *
 * <pre>{@code
 * ReservationService reservations =
 *         new ReservationService(log, item -> sources, unitOfWork, AccessPolicy.allowAll(), clock);
 * Claim claim = Claim.of("order-1", "bolt", Rational.of(5), PickingStrategy.FEFO);
 * ReservationRecord reserved = reservations.reserve(IdempotencyKey.of("reserve-1"), claim, today, me).orElseThrow();
 * Rational mine = reservations.state("bolt").held("order-1", clock.instant());
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.reservation;

import org.jspecify.annotations.NullMarked;
