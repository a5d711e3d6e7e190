/**
 * What a buyer looks at: how old stock is, how often it turns, how many days it lasts, which items matter (ABC) and how evenly
 * they are used (XYZ). Pure functions over what moves and valuation tell; exact.
 *
 * <pre>{@code
 * LocalDate today = LocalDate.of(2026, 3, 31);
 * ImmutableList<AgedStock> stock = Lists.immutable.of(
 *         new AgedStock("bolt", LocalDate.of(2026, 1, 1), Rational.of(100), 4_000),
 *         new AgedStock("bolt", LocalDate.of(2026, 3, 1), Rational.of(50), 2_500));
 * StockAgeing ageing = StockAgeing.of(stock, today, Lists.immutable.of(30, 60));
 * long olderThanTwoMonths = ageing.value("bolt", 2);
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.analysis;

import org.jspecify.annotations.NullMarked;
