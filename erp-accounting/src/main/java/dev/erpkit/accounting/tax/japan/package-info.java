/**
 * Japan's consumption tax as data for the engine: rates with their dates, classes without tax, what a qualified invoice
 * may be rounded like, registration numbers, and how much of the tax of unregistered sellers may be deducted (the shares
 * from October 2026 on are those of a reform outline and unconfirmed).
 *
 * <pre>{@code
 * TaxPolicy policy = QualifiedInvoice.policy(RoundingRule.TRUNCATE);
 * ImmutableList<TaxedLine> lines = Lists.immutable.of(
 *         TaxedLine.of("food", new BigDecimal("27060"), ConsumptionTax.REDUCED),
 *         TaxedLine.of("box", new BigDecimal("28158"), ConsumptionTax.STANDARD));
 * TaxResult result = TaxEngine.compute(
 *                 lines, ConsumptionTax.taxes(), policy, LocalDate.of(2026, 11, 28), Amounts.currency("JPY"))
 *         .orElseThrow();
 * String reduced = Amounts.canonical(result.total("8 reduced").amount()); // JPY 2164
 * String standard = Amounts.canonical(result.total("10").amount()); // JPY 2815
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.tax.japan;

import org.jspecify.annotations.NullMarked;
