/**
 * Items and the units they are counted in. Quantities are kept exactly in the stock unit of an item; conversions are exact
 * rationals, of everybody, of a category or of one item; nothing is rounded but at a {@linkplain dev.erpkit.inventory.item.Boundary
 * boundary} that the item declares.
 *
 * <pre>{@code
 * Units units = Units.common();
 * UnitOfMeasure piece = units.unit("unit").orElseThrow();
 * UnitOfMeasure box = UnitOfMeasure.of("box", "count");
 * Item bolt = Item.builder().id("bolt").stockUnit(piece).conversion(UnitConversion.of(box, piece, "144")).build();
 * Catalog catalog = Catalog.of(units, Lists.immutable.empty(), Lists.immutable.of(bolt));
 * Rational pieces = catalog.stockQuantity("bolt", "2.5", "box").orElseThrow();
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.item;

import org.jspecify.annotations.NullMarked;
