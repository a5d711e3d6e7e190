package dev.erpkit.inventory.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.assembly.BillOfMaterials;
import dev.erpkit.inventory.assembly.Boms;
import dev.erpkit.inventory.assembly.Component;
import dev.erpkit.inventory.assembly.ScrapRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplenishmentTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private static Rational q(String number) {
        return Rational.parse(number);
    }

    private static ReorderRule.Builder rule(String min, String max) {
        ReorderRule.Builder rule = ReorderRule.builder();
        rule.min(q(min)).max(q(max));
        return rule;
    }

    @Test
    void the_snippet_of_the_package() {
        ReorderRule rule = ReorderRule.builder()
                .min(Rational.of(15))
                .max(Rational.of(30))
                .multiple(Rational.of(10))
                .rounding(MultipleRounding.UP)
                .build();
        OrderProposal proposal = rule.propose(Rational.parse("14.5"));
        Rational order = proposal.quantity();
        assertThat(order).isEqualTo(Rational.of(20));
        assertThat(proposal.trace().render()).contains("projected=29/2");
    }

    @Test
    void every_policy_gives_its_figure() {
        assertThat(rule("15", "30")
                        .multiple(q("10"))
                        .rounding(MultipleRounding.DOWN)
                        .build()
                        .propose(q("14.5"))
                        .quantity())
                .isEqualTo(q("10"));
        assertThat(rule("10", "50").build().propose(q("10")).quantity()).isEqualTo(q("0"));
        assertThat(rule("10", "50")
                        .trigger(Trigger.AT_OR_BELOW)
                        .build()
                        .propose(q("10"))
                        .quantity())
                .isEqualTo(q("40"));
        assertThat(rule("10", "10")
                        .fixedQuantity(q("6"))
                        .build()
                        .propose(q("3"))
                        .quantity())
                .isEqualTo(q("12"));
        assertThat(rule("10", "10")
                        .fixedQuantity(q("7"))
                        .trigger(Trigger.AT_OR_BELOW)
                        .build()
                        .propose(q("3"))
                        .quantity())
                .as("at the minimum it would order again")
                .isEqualTo(q("14"));
        assertThat(rule("10", "12")
                        .leastOrder(q("25"))
                        .multiple(q("10"))
                        .build()
                        .propose(q("9"))
                        .quantity())
                .isEqualTo(q("30"));
        assertThatThrownBy(() -> rule("10", "5").build()).hasMessageContaining("replenishment.min-above-max");
        assertThatThrownBy(() ->
                        rule("1", "5").fixedQuantity(q("2")).multiple(q("2")).build())
                .hasMessageContaining("replenishment.fixed-quantity");
        assertThatThrownBy(() -> rule("1", "5").multiple(q("0")).build())
                .hasMessageContaining("replenishment.quantity");
    }

    /** NIST/SEMATECH tables, and for ten decimals Wichura's AS 241 as printed in common software. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 0",
        "0.8, 0.8416212336",
        "0.9, 1.2815515655",
        "0.95, 1.6448536270",
        "0.975, 1.9599639845",
        "0.99, 2.3263478740",
        "0.999, 3.0902323062",
        "0.9999, 3.7190164855",
        "0.999999, 4.7534243088",
        "0.05, -1.6448536270"
    })
    void the_normal_quantile_is_right_to_ten_decimals(BigDecimal share, BigDecimal expected) {
        assertThat(SafetyStock.factor(share)).isEqualByComparingTo(expected);
    }

    @Test
    void a_service_level_of_nothing_or_all_is_refused() {
        assertThatThrownBy(() -> SafetyStock.factor(BigDecimal.ONE))
                .hasMessageContaining("replenishment.service-level");
        assertThatThrownBy(() -> SafetyStock.factor(BigDecimal.ZERO))
                .hasMessageContaining("replenishment.service-level");
    }

    /** Demand 100 a day, deviation 20, four days, 95 %: 1.645 x 40 = 65.8 with the rounded table figure. */
    @Test
    void safety_stock_and_reorder_point() {
        BigDecimal zero = BigDecimal.ZERO;
        BigDecimal stock = SafetyStock.of(
                new BigDecimal("0.95"), new BigDecimal(100), new BigDecimal(20), new BigDecimal(4), zero);
        assertThat(stock).isEqualByComparingTo("65.794145");
        assertThat(SafetyStock.reorderPoint(new BigDecimal(100), new BigDecimal(4), stock))
                .isEqualByComparingTo("465.794145");
        assertThat(SafetyStock.of(
                        new BigDecimal("0.975"), new BigDecimal(10), zero, new BigDecimal(9), new BigDecimal(2)))
                .isEqualByComparingTo("39.199280");
        assertThat(SafetyStock.economicQuantity(new BigDecimal(1000), new BigDecimal(10), new BigDecimal(2)))
                .isEqualByComparingTo("100");
        assertThatThrownBy(() -> SafetyStock.economicQuantity(BigDecimal.ONE, BigDecimal.ONE, zero))
                .hasMessageContaining("replenishment.negative");
        BigDecimal endless = new BigDecimal("1E+2000000000");
        assertThatThrownBy(() -> SafetyStock.reorderPoint(endless, BigDecimal.ONE, zero))
                .hasMessageContaining("replenishment.digits");
    }

    @Test
    void supply_from_another_place_never_exceeds_what_is_free_there() {
        ReorderRule rule = rule("5", "10").build();
        assertThat(InternalSupply.pull(rule, q("2"), q("6"))).isEqualTo(q("6"));
        assertThat(InternalSupply.pull(rule, q("2"), q("60"))).isEqualTo(q("8"));
        assertThat(InternalSupply.pull(rule, q("2"), q("-1"))).isEqualTo(q("0"));
        assertThat(InternalSupply.push(q("80"), q("80"), q("60"))).isEqualTo(q("0"));
        assertThatThrownBy(() -> InternalSupply.push(q("1"), q("2"), q("3")))
                .hasMessageContaining("replenishment.target-above-limit");
    }

    @Test
    void stock_is_projected_by_date() {
        ProjectedStock stock = ProjectedStock.of(
                q("10"),
                TODAY,
                Lists.immutable.of(
                        new Planned("x", TODAY.minusDays(3), q("-4")),
                        new Planned("x", TODAY.plusDays(2), q("-5")),
                        new Planned("x", TODAY.plusDays(5), q("20"))));
        assertThat(stock.at(TODAY)).isEqualTo(q("6"));
        assertThat(stock.at(TODAY.plusDays(4))).isEqualTo(q("1"));
        assertThat(stock.leastFrom(TODAY)).isEqualTo(q("1"));
        assertThat(stock.firstBelow(q("5"))).contains(TODAY.plusDays(2));
        assertThat(stock.alwaysFrom(q("2"))).contains(TODAY.plusDays(5));
        assertThat(stock.alwaysFrom(q("100"))).isEmpty();
    }

    @Test
    void components_are_ordered_before_what_is_made_of_them_and_a_second_run_proposes_nothing() {
        BillOfMaterials.Builder bike = BillOfMaterials.builder();
        bike.item("bike");
        bike.component(Component.of("wheels", "1")).component(Component.of("frame", "1"));
        BillOfMaterials.Builder wheels = BillOfMaterials.builder();
        wheels.item("wheels").phantom(true);
        wheels.component(Component.of("wheel", "2").losing("0.1"));
        Boms boms = Boms.of(Lists.immutable.of(bike.build(), wheels.build())).orElseThrow();
        ImmutableList<ItemPlanning> items = Lists.immutable.of(
                ItemPlanning.of("bike", q("3"), 2),
                ItemPlanning.of("frame", q("1"), 10),
                ItemPlanning.of("wheel", q("0"), 3).ordering(q("5"), q("0")).keeping(q("2")));
        ImmutableList<Planned> demand = Lists.immutable.of(new Planned("bike", TODAY.plusDays(9), q("-10")));
        ImmutableList<PlannedOrder> orders = NetRequirements.plan(boms, ScrapRule.ADDED, TODAY, items, demand);
        assertThat(orders)
                .containsExactlyInAnyOrder(
                        new PlannedOrder("wheel", TODAY.minusDays(3), TODAY, q("5"), true),
                        new PlannedOrder("frame", TODAY.minusDays(3), TODAY.plusDays(7), q("6"), true),
                        new PlannedOrder("wheel", TODAY.plusDays(4), TODAY.plusDays(7), q("15"), false),
                        new PlannedOrder("bike", TODAY.plusDays(7), TODAY.plusDays(9), q("7"), false));
        ImmutableList<Planned> placed = demand.newWithAll(NetRequirements.consequences(boms, ScrapRule.ADDED, orders));
        assertThat(NetRequirements.plan(boms, ScrapRule.ADDED, TODAY, items, placed))
                .isEmpty();
    }
}
