/**
 * Withholding of income tax from pay and bonus, the special income tax for reconstruction of 2.1 % included (Income Tax Act,
 * Act 33 of 1965, articles 183 to 189; Ministry of Finance notices 115 and 116 of 2012). What counts is the day of payment.
 *
 * <pre>{@code
 * Figure tax = Withholding.monthly(
 *                 LocalDate.of(2026, 4, 25), WithholdingMethod.TABLE, TaxColumn.KOU, 255_000, 1)
 *         .orElseThrow();
 * long yen = tax.yen();
 * String why = tax.trace().render();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.japan.withholding;

import org.jspecify.annotations.NullMarked;
