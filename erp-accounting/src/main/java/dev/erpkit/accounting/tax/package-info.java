/**
 * The tax of documents: a pure function of lines, taxes, a named policy and a tax point, which knows no country. Taxes are
 * data with dated rates; figures are exact fractions up to one rounding, and the result keeps all that decided it.
 *
 * <pre>{@code
 * Taxes taxes = Taxes.of(Tax.percent("VAT", "12").priceIncluded(true).build());
 * TaxResult result = TaxEngine.compute(
 *                 Lists.immutable.of(TaxedLine.of("1", new BigDecimal("52.50"), "VAT")),
 *                 taxes,
 *                 TaxPolicy.of(TaxGranularity.LINE, RoundingRule.HALF_UP),
 *                 LocalDate.of(2026, 11, 28),
 *                 Amounts.currency("EUR"))
 *         .orElseThrow();
 * String net = Amounts.canonical(result.net()); // EUR 46.87
 * String tax = Amounts.canonical(result.tax()); // EUR 5.63
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.tax;

import org.jspecify.annotations.NullMarked;
