/**
 * Closing-day billing (締め日請求): one statement a period for each customer, with what was carried over, what was received,
 * what was sold, the tax once for each rate, and the day of collection. Statements follow each other without a gap; what
 * becomes known late goes onto the next one.
 *
 * <pre>{@code
 * BillingTerms terms = BillingTerms.of(new ClosingDay(20), 1, 31, "JPY", RoundingRule.TRUNCATE);
 * ClosingBilling billing = new ClosingBilling(log, facts, party -> Optional.of(terms), unitOfWork, access, clock);
 * PartyId customer = PartyId.of("C-17");
 * BillingStatement statement = billing.close(IdempotencyKey.of("2026-04"), customer, april20, me).orElseThrow();
 * MonetaryAmount asked = statement.total();
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.sales.billing;

import org.jspecify.annotations.NullMarked;
