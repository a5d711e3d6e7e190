/**
 * Retirement income (退職所得, Income Tax Act articles 30, 199 to 203; Local Tax Act articles 50-2, 328): the deduction by years
 * of service, what of the rest is taxed, and the taxes withheld from it.
 *
 * <pre>{@code
 * RetirementTax tax = RetirementTax.of(
 *                 20_000_000, new ServiceYears(30, 0), RetirementKind.GENERAL, false, true)
 *         .orElseThrow();
 * long withheld = tax.incomeTax() + tax.municipal() + tax.prefectural();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.japan.retirement;

import org.jspecify.annotations.NullMarked;
