/**
 * Closing and reopening of fiscal years: the entries that carry income and expense to equity, what stands in the way of a
 * close, and opening entries for books that begin; and the checklist by which months and years are closed.
 *
 * <pre>{@code
 * CloseChecklist list = CloseChecklist.of(
 *         PeriodChecks.reservations(books.stores().reservations()),
 *         PeriodChecks.suspense(books::ledger, books::chart),
 *         PeriodChecks.drafts((book, period) -> drafts.size()));
 * PeriodClose close = new PeriodClose(books.periods(), books.stores().unitOfWork(), list);
 * Outcome<PeriodFact> outcome = close.close(BookId.MAIN, april, me);
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.close;

import org.jspecify.annotations.NullMarked;
