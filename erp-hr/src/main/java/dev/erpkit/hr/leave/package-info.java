/**
 * Leave by lots: what was granted, taken, carried over and expired, as facts; balances are folds. Amounts are exact parts of a
 * day, so that half days and hours add up. Who is granted how much by law is a pack of the country.
 *
 * <pre>{@code
 * LeaveLot lot = new LeaveLot(LeaveId.of("2026"), "annual", day, day.plusYears(2), Rational.of(10));
 * service.grant(IdempotencyKey.of("grant-2026"), lot, person, me);
 * LeaveRequest request = LeaveRequest.of(LeaveId.of("t-1"), "annual", LeaveDay.full(day), LeaveDay.half(day.plusDays(1)));
 * service.take(IdempotencyKey.of("take-1"), request, person, me);
 * service.account(person).balance("annual", day.plusDays(1)).remaining(); // 17/2
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.leave;

import org.jspecify.annotations.NullMarked;
