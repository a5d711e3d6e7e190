/**
 * Benefits in kind (meals, housing) and commuting allowances: what of them is taxed, as far as a source confirms it. All that
 * is not confirmed is refused.
 *
 * <pre>{@code
 * LocalDate payment = LocalDate.of(2026, 5, 25);
 * long taxedCommuting = Commuting.taxed(payment, 160_000).orElseThrow();
 * long taxedMeals = Meals.taxed(payment, 13_000, 6_000).orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.hr.japan.benefit;

import org.jspecify.annotations.NullMarked;
