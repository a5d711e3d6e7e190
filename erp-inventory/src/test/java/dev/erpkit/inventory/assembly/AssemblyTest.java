package dev.erpkit.inventory.assembly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Voucher;
import dev.erpkit.inventory.valuation.ConversionCost;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.junit.jupiter.api.Test;

class AssemblyTest {
    private static BillOfMaterials.Builder bill(String item, Component... components) {
        BillOfMaterials.Builder builder = BillOfMaterials.builder();
        builder.item(item).components(Lists.immutable.with(components));
        return builder;
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(r -> r.code().value()).orElse("accepted");
    }

    private static Rational q(String number) {
        return Rational.parse(number);
    }

    @Test
    void the_snippet_of_the_package() {
        BillOfMaterials.Builder bike = BillOfMaterials.builder();
        bike.item("bike");
        bike.component(Component.of("frame", "1")).component(Component.of("wheel", "2"));
        Boms boms = Boms.of(Lists.immutable.of(bike.build())).orElseThrow();
        ImmutableSortedMap<String, Rational> needed = boms.needs("bike", Rational.of(5), ScrapRule.ADDED);
        assertThat(needed.castToSortedMap()).isEqualTo(Map.of("frame", q("5"), "wheel", q("10")));
    }

    @Test
    void bills_that_go_round_are_refused_and_say_how() {
        Outcome<Boms> boms = Boms.of(Lists.immutable.of(
                bill("a", Component.of("b", "1")).build(),
                bill("b", Component.of("c", "1")).build(),
                bill("c", Component.of("b", "1")).build()));
        assertThat(code(boms)).isEqualTo("assembly.cycle");
        assertThat(boms.refusal().orElseThrow().facts().get("path")).isEqualTo("b > c > b");
        BillOfMaterials self = bill("a", Component.of("a", "1")).build();
        assertThat(code(Boms.of(Lists.immutable.of(self)))).isEqualTo("assembly.cycle");
        BillOfMaterials one = bill("a", Component.of("b", "1")).build();
        assertThat(code(Boms.of(Lists.immutable.of(one, one)))).isEqualTo("assembly.duplicate");
    }

    @Test
    void kits_inside_are_taken_apart_and_made_items_are_not() {
        Boms boms = Boms.of(Lists.immutable.of(
                        bill("set", Component.of("kit", "2"), Component.of("made", "1"))
                                .build(),
                        bill("kit", Component.of("x", "3")).phantom(true).build(),
                        bill("made", Component.of("y", "4")).build()))
                .orElseThrow();
        assertThat(boms.needs("set", q("1"), ScrapRule.ADDED).castToSortedMap())
                .isEqualTo(Map.of("x", q("6"), "made", q("1")));
        assertThat(boms.rawNeeds("set", q("1"), ScrapRule.ADDED).castToSortedMap())
                .isEqualTo(Map.of("x", q("6"), "y", q("4")));
        assertThat(boms.fromTheTop().indexOf("set"))
                .isLessThan(boms.fromTheTop().indexOf("made"));
        assertThat(boms.fromTheTop().indexOf("kit"))
                .isLessThan(boms.fromTheTop().indexOf("x"));
    }

    @Test
    void each_rule_of_scrap_gives_its_figure() {
        Component tenth = Component.of("x", "9").losing("0.1");
        assertThat(tenth.gross(q("10"), ScrapRule.ADDED)).isEqualTo(q("99"));
        assertThat(tenth.gross(q("10"), ScrapRule.YIELD)).isEqualTo(q("100"));
    }

    @Test
    void a_production_takes_and_gives_what_its_bill_says() {
        BillOfMaterials.Builder oil = bill(
                "oil", Component.of("seed", "10"), Component.of("label", "1").once());
        oil.output(q("4"));
        oil.byProduct(ByProduct.of("cake", "5", "0.2"));
        Boms boms = Boms.of(Lists.immutable.of(oil.build())).orElseThrow();
        Location mill = Location.outside("mill", LocationKind.PRODUCTION);
        Location shelf = Location.of("shelf", "main");
        LocalDateTime at = LocalDateTime.of(2026, 1, 1, 0, 0);
        ConversionCost labour = ConversionCost.of(200, 100);
        Assembly fact = Production.of(boms, "oil", q("8"), ScrapRule.ADDED, mill, shelf, at, labour)
                .orElseThrow();
        assertThat(fact.conversion()).isEqualTo(labour);
        Assembly lot = fact.with(new Voucher("WO-7", "first pressing")).ofLot("L1", LocalDate.of(2026, 6, 30));
        assertThat(lot.reference() + " " + lot.narrative()).isEqualTo("WO-7 first pressing");
        assertThat(lot.produced().collect(o -> o.place().lot())).containsExactly("L1", "");
        assertThat(fact.consumed().collect(i -> i.place().item() + " " + i.quantity()))
                .containsExactly("label 1", "seed 20");
        assertThat(fact.produced().collect(o -> o.place().item() + " " + o.quantity() + " " + o.share()))
                .containsExactly("oil 8 4/5", "cake 10 1/5");
        assertThat(code(Production.of(boms, "x", q("1"), ScrapRule.ADDED, mill, shelf, at, ConversionCost.NONE)))
                .isEqualTo("assembly.no-bill");
        assertThat(code(Production.of(boms, "oil", q("0"), ScrapRule.ADDED, mill, shelf, at, ConversionCost.NONE)))
                .isEqualTo("assembly.order-quantity");
    }

    @Test
    void bad_bills_cannot_be_built() {
        assertThatThrownBy(() -> Component.of("x", "0")).hasMessageContaining("assembly.quantity");
        assertThatThrownBy(() -> Component.of("x", "1").losing("1")).hasMessageContaining("assembly.scrap");
        assertThatThrownBy(
                        () -> bill("a", Component.of("x", "1")).output(q("0")).build())
                .hasMessageContaining("assembly.quantity");
        assertThatThrownBy(() -> bill("a", Component.of("x", "1"))
                        .byProduct(ByProduct.of("b", "1", "0.6"))
                        .byProduct(ByProduct.of("c", "1", "0.6"))
                        .build())
                .hasMessageContaining("assembly.share");
        assertThatThrownBy(() -> bill("a", Component.of("x", "1"))
                        .byProduct(ByProduct.of("b", "1", "0"))
                        .phantom(true)
                        .build())
                .hasMessageContaining("assembly.kit-by-product");
    }

    @Test
    void a_kit_waits_for_what_it_needs_once() {
        Kit kit = Kit.of(
                "kit",
                Lists.immutable.of(
                        Component.of("x", "2"), Component.of("manual", "1").once()));
        assertThat(kit.available(item -> item.equals("x") ? q("9") : q("0"))).isEqualTo(Rational.ZERO);
        assertThat(kit.available(item -> item.equals("x") ? q("9") : q("1"))).isEqualTo(q("4"));
        assertThat(kit.delivered(Map.of("x", q("3"), "manual", q("1")))).isEqualTo(Rational.ONE);
        assertThat(kit.backOrder(q("3"), Map.of("x", q("4"), "manual", q("1")))
                        .orElseThrow()
                        .castToSortedMap())
                .isEqualTo(Map.of("x", q("2")));
        assertThat(code(kit.moves(q("0")))).isEqualTo("assembly.order-quantity");
        assertThat(code(Kit.of("x", Boms.none()))).isEqualTo("assembly.no-bill");
    }
}
