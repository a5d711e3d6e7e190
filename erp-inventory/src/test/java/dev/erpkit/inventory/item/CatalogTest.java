package dev.erpkit.inventory.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.quantity.UnitConversion;
import dev.erpkit.core.quantity.UnitOfMeasure;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final Units UNITS = Units.common();
    private static final UnitOfMeasure PIECE = UNITS.unit("unit").orElseThrow();
    private static final UnitOfMeasure CRATE = UnitOfMeasure.of("crate", "count");

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(r -> r.code().value()).orElse("accepted");
    }

    private static Catalog catalog(Item... items) {
        ItemCategory drinks = ItemCategory.of("drinks").with(UnitConversion.of(CRATE, PIECE, "20"));
        ItemCategory beer = ItemCategory.of("beer").in("drinks");
        return Catalog.of(UNITS, Lists.immutable.of(drinks, beer), Lists.immutable.with(items));
    }

    private static Item.Builder bottle(String id) {
        Item.Builder item = Item.builder();
        item.id(id).stockUnit(PIECE).category("beer");
        return item;
    }

    @Test
    void the_snippet_of_the_package() {
        Units units = Units.common();
        UnitOfMeasure piece = units.unit("unit").orElseThrow();
        UnitOfMeasure box = UnitOfMeasure.of("box", "count");
        Item.Builder bolt = Item.builder();
        bolt.id("bolt").stockUnit(piece);
        bolt.conversion(UnitConversion.of(box, piece, "144"));
        Catalog catalog = Catalog.of(units, Lists.immutable.empty(), Lists.immutable.of(bolt.build()));
        Rational pieces = catalog.stockQuantity("bolt", "2.5", "box").orElseThrow();
        assertThat(pieces).isEqualTo(Rational.of(360));
    }

    @Test
    void units_come_from_the_item_before_its_category_and_that_before_those_around_it() {
        Item small = bottle("small")
                .conversion(UnitConversion.of(CRATE, PIECE, "24"))
                .build();
        Catalog catalog = catalog(bottle("plain").build(), small);
        assertThat(catalog.stockQuantity("plain", "2", "crate").orElseThrow()).isEqualTo(Rational.of(40));
        assertThat(catalog.stockQuantity("small", "2", "crate").orElseThrow()).isEqualTo(Rational.of(48));
    }

    @Test
    void nothing_is_lost_on_the_way_there_and_back() {
        UnitOfMeasure pound = UNITS.unit("lb").orElseThrow();
        UnitOfMeasure kilo = UNITS.unit("kg").orElseThrow();
        Quantity third = Quantity.of("1/3", pound);
        Quantity there = UNITS.convert(third, kilo).orElseThrow();
        assertThat(UNITS.convert(there, pound).orElseThrow()).isEqualTo(third);
        Rational price = UNITS.price(Rational.of(3), pound, kilo).orElseThrow();
        assertThat(price.multiply(there.number())).isEqualTo(Rational.of(3).multiply(third.number()));
    }

    @Test
    void what_cannot_be_counted_is_refused() {
        Catalog catalog = catalog(bottle("serial").tracking(Tracking.SERIAL).build());
        assertThat(code(catalog.stockQuantity("serial", "1/2", "unit"))).isEqualTo("item.serial-not-whole");
        assertThat(catalog.stockQuantity("serial", "1/20", "crate").orElseThrow())
                .isEqualTo(Rational.ONE);
        assertThat(code(catalog.stockQuantity("serial", "1", "barrel"))).isEqualTo("item.unknown-unit");
        assertThat(code(catalog.stockQuantity("serial", "1", "kg"))).isEqualTo("item.incompatible-units");
        assertThat(code(catalog.stockQuantity("other", "1", "unit"))).isEqualTo("item.unknown-item");
        assertThat(code(catalog.stockQuantity("serial", new Quantity(Rational.ONE, UnitOfMeasure.of("unit", "x")))))
                .as("a unit of the same code that measures something else")
                .isEqualTo("item.unknown-unit");
    }

    @Test
    void rounding_happens_at_declared_boundaries_only() {
        Item item = bottle("x")
                .round(Boundary.ORDER, RoundingPolicy.to(0, RoundingRule.UP))
                .build();
        Catalog catalog = catalog(item);
        Quantity some = Quantity.of("41", PIECE);
        assertThat(catalog.rounded(Boundary.ORDER, "x", some, "crate").orElseThrow())
                .isEqualByComparingTo(BigDecimal.valueOf(3));
        assertThat(code(catalog.rounded(Boundary.PICK, "x", some, "crate"))).isEqualTo("item.no-boundary");
    }

    @Test
    void variants_are_found_by_their_template() {
        Item.Builder red = bottle("red");
        red.variant(new Variant("shirt", SortedMaps.immutable.of("colour", "red")));
        Catalog catalog = catalog(bottle("a").build(), red.build());
        assertThat(catalog.variants("shirt").collect(Item::id)).containsExactly("red");
    }

    @Test
    void broken_catalogs_are_refused_at_once() {
        ItemCategory a = ItemCategory.of("a").in("b");
        ItemCategory b = ItemCategory.of("b").in("a");
        assertThatThrownBy(() -> Catalog.of(UNITS, Lists.immutable.of(a, b), Lists.immutable.empty()))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("item.category-cycle");
        assertThatThrownBy(() -> Catalog.of(UNITS, Lists.immutable.of(a), Lists.immutable.empty()))
                .hasMessageContaining("item.category-unknown");
        Item.Builder unknown = Item.builder();
        unknown.id("x").stockUnit(CRATE);
        assertThatThrownBy(() -> Catalog.of(UNITS, Lists.immutable.empty(), Lists.immutable.of(unknown.build())))
                .hasMessageContaining("item.stock-unit");
        assertThatThrownBy(() -> Item.builder()
                        .round(Boundary.ORDER, RoundingPolicy.toCurrency(RoundingRule.UP))
                        .id("x")
                        .stockUnit(PIECE)
                        .build())
                .hasMessageContaining("item.rounding");
    }

    /** OCA stock-logistics-warehouse 832: 200 pieces became 16.67 dozen, and those 200.04 pieces. */
    @Test
    void portions_sum_to_the_whole() {
        ImmutableList<Rational> thirds = Lists.immutable.of(Rational.ONE, Rational.ONE, Rational.ONE);
        ImmutableList<Rational> parts = Portions.split(Rational.parse("200"), thirds, new BigDecimal("0.01"));
        assertThat(parts).containsExactly(Rational.parse("66.67"), Rational.parse("66.67"), Rational.parse("66.66"));
        assertThat(Portions.split(Rational.parse("10/3"), thirds, BigDecimal.ONE))
                .containsExactly(Rational.of(1), Rational.of(1), Rational.parse("4/3"));
    }
}
