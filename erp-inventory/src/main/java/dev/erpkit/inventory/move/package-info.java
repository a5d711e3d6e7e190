/**
 * Moves: the one fact of goods. Whatever comes, goes or changes its place moves from one location to another, the world outside
 * being locations too, so that all locations together always hold nothing. Facts are never edited: a correction is another
 * fact. What lies where is a fold. {@code StockService} has a method for each everyday command, and {@code record} for facts of
 * any kind together.
 *
 * <pre>{@code
 * Place shelf = Place.of(Location.of("shelf-1", "main"), "bolt");
 * Cost price = Cost.each(new BigDecimal("2.50"), euro);
 * LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 9, 0);
 * stock.receive(IdempotencyKey.of("delivery-1"), shelf, Rational.of(100), price, monday, me)
 *         .orElseThrow();
 * stock.issue(IdempotencyKey.of("sale-1"), shelf, Rational.of(30), monday.plusDays(1), me)
 *         .orElseThrow();
 * Rational there = stock.levels(monday.plusDays(2), Long.MAX_VALUE).at(shelf);
 * MonetaryAmount worth =
 *         stock.value(Long.MAX_VALUE).amount(stock.value(Long.MAX_VALUE).value("bolt"));
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.move;

import org.jspecify.annotations.NullMarked;
