/**
 * Social and labour insurance: premiums of health, care, pension, child support and the employer's child contribution by
 * standard remuneration and premium month, of employment and accident insurance by wage, what counts of a bonus, and how a
 * standard remuneration is decided and revised.
 *
 * <pre>{@code
 * YearMonth april = YearMonth.of(2026, 4);
 * long standard = StandardRemuneration.health(352_000).standard();
 * Rate rate = InsuranceRates.health("13", april).orElseThrow();
 * PremiumShare premium = PremiumShare.of(standard, rate);
 * long deducted = premium.employee();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.japan.insurance;

import org.jspecify.annotations.NullMarked;
