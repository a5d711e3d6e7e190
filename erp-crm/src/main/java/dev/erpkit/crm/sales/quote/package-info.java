/**
 * Quotes: revisions of which one is current, validity, approval where a rule asks for it, and acceptance, which places the
 * order.
 *
 * <pre>{@code
 * Quotes quotes = new Quotes(log, orders, QuoteSetup.plain(), outbox, unitOfWork, access, clock);
 * QuoteDraft draft = new QuoteDraft(offer, PricingPolicy.of(RoundingRule.HALF_UP), today.plusDays(30));
 * DocumentId id = DocumentId.of("Q-1");
 * quotes.draft(IdempotencyKey.of("draft-1"), id, draft, today, me);
 * quotes.submit(IdempotencyKey.of("submit-1"), id, 0, today, me);
 * Outcome<Quote> accepted = quotes.accept(IdempotencyKey.of("accept-1"), id, 0, Acceptance.of("SO-1"), today, me);
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.sales.quote;

import org.jspecify.annotations.NullMarked;
