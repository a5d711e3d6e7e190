/**
 * Kits and simple production: bills of materials with scrap and by-products, kits that are never stocked and go out as their
 * components, and how the cost of what is used up is shared by what is made.
 *
 * <pre>{@code
 * BillOfMaterials bike = BillOfMaterials.builder()
 *         .item("bike")
 *         .component(Component.of("frame", "1"))
 *         .component(Component.of("wheel", "2"))
 *         .build();
 * Boms boms = Boms.of(Lists.immutable.of(bike)).orElseThrow();
 * ImmutableSortedMap<String, Rational> needed = boms.needs("bike", Rational.of(5), ScrapRule.ADDED);
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.assembly;

import org.jspecify.annotations.NullMarked;
