/**
 * Moves: the one fact of goods. Whatever comes, goes or changes its place moves from one location to another, the world outside
 * being locations too, so that all locations together always hold nothing. Facts are never edited: a correction is another
 * fact. What lies where is a fold.
 *
 * <pre>{@code
 * Location vendors = Location.outside("vendors", LocationKind.SUPPLIER);
 * Location shelf = Location.of("shelf-1", "main");
 * LocalDateTime monday = LocalDateTime.of(2026, 3, 2, 9, 0);
 * Move delivery =
 *         Move.of("bolt", Rational.of(100), vendors, shelf, monday).numbered(1);
 * StockLevels levels = StockLevels.of(Lists.immutable.of(delivery));
 * Rational there = levels.at(shelf, "bolt");
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.move;

import org.jspecify.annotations.NullMarked;
