/**
 * Deferral and accrual: what was invoiced for a service period becomes income or expense as the period passes, in parts that
 * always sum to what was invoiced; what belongs to a period before its bill comes is accrued at its end and taken back on
 * the first day of the next one.
 *
 * <p>A deferral is a list of facts: opened, recognised through a day, credited, given another period, ended early. What is
 * recognised and what is still deferred are folds, and a run tells the books only what was not told before.
 *
 * <pre>{@code
 * Deferral year = Deferral.builder()
 *         .id("invoice-7/1")
 *         .kind(DeferralKind.REVENUE)
 *         .total(Amounts.of("1200", "EUR"))
 *         .service(DateRange.parse("2026-04-01/2027-04-01"))
 *         .basis(SpreadBasis.MONTHS_BY_DAYS)
 *         .source(SourceDocument.of("shop", "invoice", "7"))
 *         .build();
 * deferrals.open(year, me).orElseThrow();
 * deferrals.recognise(LocalDate.of(2026, 6, 30), me).orElseThrow(); // three months of 100
 * }</pre>
 *
 * <p>Documents post the whole amount to the deferred account, credit notes too; this room moves it between that account and
 * income or expense. Its events are described in {@link dev.erpkit.accounting.deferral.DeferralEvents}.
 */
@NullMarked
package dev.erpkit.accounting.deferral;

import org.jspecify.annotations.NullMarked;
