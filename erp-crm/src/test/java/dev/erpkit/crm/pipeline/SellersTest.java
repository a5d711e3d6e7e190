package dev.erpkit.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.pipeline.Assignment.Need;
import dev.erpkit.crm.pipeline.CommissionPlan.Commission;
import dev.erpkit.crm.pipeline.CommissionPlan.Tier;
import dev.erpkit.crm.pipeline.Territories.Territory;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.junit.jupiter.api.Test;

/** Who gets a lead, and what of a deal. */
class SellersTest extends PipelineRoom {
    @Test
    void leads_follow_capacity_skill_and_turn() {
        Assignment shared = Assignment.of(
                        leads(30), Lists.immutable.of(Seat.of("a", 60), Seat.of("b", 30)), Rotation.start())
                .orElseThrow();
        assertThat(shared.count(SellerId.of("a"))).isEqualTo(20);
        assertThat(shared.count(SellerId.of("b"))).isEqualTo(10);
        ImmutableList<Seat> equal = Lists.immutable.of(Seat.of("a", 9), Seat.of("b", 9), Seat.of("c", 9));
        Assignment first = Assignment.of(leads(1), equal, Rotation.start()).orElseThrow();
        Assignment second = Assignment.of(leads(2), equal, first.rotation()).orElseThrow();
        assertThat(second.given().collect(one -> one.seller().value())).containsExactly("b", "c");
        Need french = new Need("lead", Optional.of("french"));
        Assignment able = Assignment.of(
                        Lists.immutable.of(french, french),
                        Lists.immutable.of(Seat.of("a", 9), Seat.of("b", 1).withSkill("french")),
                        Rotation.start())
                .orElseThrow();
        assertThat(able.count(SellerId.of("b"))).isEqualTo(1);
        assertThat(able.left()).hasSize(1);
        assertThat(Assignment.of(leads(1), Lists.immutable.of(Seat.of("a", 5).withTaken(5)), Rotation.start())
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("assignment.no-capacity");
    }

    @Test
    void the_first_territory_that_fits() {
        Territories territories = new Territories(Lists.immutable.of(
                new Territory("kansai", Condition.is("region", FactValue.of("kansai")), AYA),
                new Territory("large", Condition.atLeast("amount", FactValue.of(100)), SellerId.of("key"))));
        Facts facts = Facts.of("region", FactValue.of("kansai")).with("amount", FactValue.of(500));
        assertThat(territories.of(facts).orElseThrow().name()).isEqualTo("kansai");
        assertThat(territories
                        .of(Facts.of("amount", FactValue.of(500)))
                        .orElseThrow()
                        .name())
                .isEqualTo("large");
        assertThat(territories.of(Facts.none())).isEmpty();
    }

    @Test
    void quotas_splits_and_commission_are_exact() {
        Quota quota = new Quota(AYA, DateRange.parse("2026-04-01/2026-07-01"), Amounts.of("1000", "EUR"));
        open("a", "1250", "EUR", 0);
        move("a", "won", 1);
        Forecast forecast = forecast(ForecastPolicy.in(Amounts.currency("EUR")));
        assertThat(quota.attainment(quota.won(forecast))).isEqualTo(Rational.of(5, 4));
        CommissionPlan plan = new CommissionPlan(
                Lists.immutable.of(Tier.of("0", "5"), Tier.of("100", "8")), RoundingPolicy.parse("half-up:currency"));
        Commission commission = plan.of(quota.won(forecast), quota);
        assertThat(commission.amount()).isEqualTo(Amounts.of("70", "EUR"));
        assertThat(commission.trace().parts()).hasSize(2);
        DealSplit split = new DealSplit(
                SortedMaps.immutable.of(AYA, new BigDecimal("33.3"), SellerId.of("ben"), new BigDecimal("66.7")));
        assertThat(split.of(Amounts.of("0.10", "EUR"), RemainderRule.LARGEST_REMAINDER)
                        .toList())
                .containsExactly(Amounts.of("0.03", "EUR"), Amounts.of("0.07", "EUR"));
        assertThatThrownBy(() -> new DealSplit(SortedMaps.immutable.of(AYA, new BigDecimal("99"))))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> quota.attainment(Amounts.of("1", "USD"))).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new CommissionPlan(Lists.immutable.of(Tier.of("1", "5")), plan.rounding()))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void a_pipeline_must_hang_together() {
        assertThatThrownBy(() -> Pipeline.builder()
                        .id("p")
                        .add(Stage.open("a", 1))
                        .add(Stage.open("a", 2))
                        .build())
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Pipeline.builder()
                        .id("p")
                        .add(Stage.open("a", 1))
                        .move("a", "b")
                        .build())
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Stage.open("a", 101)).isInstanceOf(InvalidValueException.class);
    }

    private static ImmutableList<Need> leads(int count) {
        return IntInterval.oneTo(count).collect(i -> Need.of("lead " + i));
    }
}
