/**
 * Valuation: what goods in stock are worth and what each issue cost, as a pure function of facts and a policy. Facts come in
 * any order and are never edited; what is recorded late restates what follows.
 *
 * <pre>{@code
 * CurrencyUnit euro = Amounts.currency("EUR");
 * Goods bolts = Goods.of("bolt");
 * LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 0, 0);
 * ImmutableList<StockEvent> facts = Lists.immutable.of(
 *         new Receipt(1, monday, bolts, Rational.of(3), Optional.of(Cost.total(Amounts.of("10.00", "EUR")))),
 *         new Issue(2, monday.plusDays(1), bolts, Rational.of(1)));
 * Outcome<ValuationLedger> outcome = Valuation.of(
 *         facts, Lists.immutable.of(ItemTerms.of("bolt")), ValuationPolicy.of(ValuationMethod.FIFO), euro);
 * ValuationLedger ledger = outcome.orElseThrow();
 * MonetaryAmount cost = ledger.amount(ledger.costs().get(2L));
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.valuation;

import org.jspecify.annotations.NullMarked;
