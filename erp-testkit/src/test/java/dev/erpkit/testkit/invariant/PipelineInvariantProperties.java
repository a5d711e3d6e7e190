package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.crm.pipeline.Assignment;
import dev.erpkit.crm.pipeline.Assignment.Need;
import dev.erpkit.crm.pipeline.ClosingCurve;
import dev.erpkit.crm.pipeline.CommissionPlan;
import dev.erpkit.crm.pipeline.CommissionPlan.Tier;
import dev.erpkit.crm.pipeline.Deal;
import dev.erpkit.crm.pipeline.DealDesk;
import dev.erpkit.crm.pipeline.DealSplit;
import dev.erpkit.crm.pipeline.Expectation;
import dev.erpkit.crm.pipeline.Forecast;
import dev.erpkit.crm.pipeline.ForecastPolicy;
import dev.erpkit.crm.pipeline.PipelineSnapshot;
import dev.erpkit.crm.pipeline.Quota;
import dev.erpkit.crm.pipeline.Rotation;
import dev.erpkit.crm.pipeline.Seat;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.StageKind;
import dev.erpkit.testkit.generate.DealArbitraries;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;

/** The invariants of the pipeline. */
class PipelineInvariantProperties {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final MemoryExchangeRates RATES = new MemoryExchangeRates(new MemoryUnitOfWork());

    static {
        RATES.record(ExchangeRate.of(
                Amounts.currency("USD"), Amounts.currency("JPY"), new BigDecimal("150.257"), RateType.SPOT, DAY));
    }

    @Provide
    Arbitrary<DealDesk> desks() {
        return DealArbitraries.desks();
    }

    private static Instant after(int days) {
        return DealArbitraries.START.plus(Duration.ofDays(days));
    }

    private static ImmutableList<Expectation> expectations(ImmutableList<Deal> deals) {
        return Expectation.of(deals, id -> Optional.of(DealArbitraries.PIPELINE), ZoneOffset.UTC);
    }

    private static Forecast forecast(ImmutableList<Expectation> deals) {
        return Forecast.of(deals, RATES, ForecastPolicy.in(Amounts.currency("JPY")), DAY);
    }

    @Property(tries = 200)
    void histories_follow_the_pipeline(@ForAll("desks") DealDesk desk) {
        assertThat(PipelineInvariants.histories(desk.all(), DealArbitraries.PIPELINE, after(100)))
                .isEmpty();
    }

    @Property(tries = 200)
    void forecasts_add_up_in_any_order(@ForAll("desks") DealDesk desk) {
        ImmutableList<Expectation> deals = expectations(desk.all());
        Forecast forecast = forecast(deals);
        assertThat(PipelineInvariants.forecast(forecast)).isEmpty();
        Forecast turned = forecast(deals.toReversed());
        assertThat(turned.weighted()).isEqualTo(forecast.weighted());
        assertThat(turned.unweighted()).isEqualTo(forecast.unweighted());
        assertThat(forecast.unpriced()
                        .allSatisfy(deal ->
                                deal.amount().getCurrency().getCurrencyCode().equals("KWD")))
                .isTrue();
        assertThat(forecast.counted()).isEqualTo(deals.size());
    }

    @Property(tries = 200)
    void changes_explain_the_difference_of_snapshots(
            @ForAll("desks") DealDesk desk,
            @ForAll @IntRange(max = 40) int first,
            @ForAll @IntRange(max = 40) int more) {
        PipelineSnapshot before = PipelineSnapshot.of(after(first), expectations(desk.asOf(after(first))));
        PipelineSnapshot later = PipelineSnapshot.of(after(first + more), expectations(desk.asOf(after(first + more))));
        assertThat(PipelineInvariants.snapshots(before, later)).isEmpty();
        assertThat(PipelineInvariants.snapshots(later, before)).isEmpty();
        assertThat(before.changes(before)).isEmpty();
    }

    private static StageKind kind(Deal deal) {
        return DealArbitraries.PIPELINE.stage(deal.stage()).orElseThrow().kind();
    }

    @Property(tries = 200)
    void without_open_deals_the_curve_is_the_plain_share(@ForAll("desks") DealDesk desk) {
        ImmutableList<Deal> closed = desk.all().reject(deal -> kind(deal) == StageKind.OPEN);
        ClosingCurve curve = ClosingCurve.of(closed, PipelineInvariantProperties::kind, after(100));
        if (closed.isEmpty()) {
            assertThat(curve.winRate()).isEmpty();
            return;
        }
        int won = closed.count(deal -> kind(deal) == StageKind.WON);
        double share = (double) won / closed.size();
        assertThat(curve.winRate().orElseThrow().doubleValue()).isBetween(share - 1e-12, share + 1e-12);
        ClosingCurve all = ClosingCurve.of(desk.all(), PipelineInvariantProperties::kind, after(100));
        assertThat(all.steps()).allSatisfy(step -> {
            assertThat(step.won().signum()).isNotNegative();
            assertThat(step.open().doubleValue()).isBetween(-1e-12, 1.0);
        });
    }

    @Property(tries = 200)
    void assignment_follows_capacity_and_loses_no_lead(
            @ForAll @Size(min = 1, max = 5) List<@IntRange(max = 40) Integer> capacities,
            @ForAll @IntRange(max = 80) int leads) {
        ImmutableList<Seat> seats =
                IntInterval.zeroTo(capacities.size() - 1).collect(i -> Seat.of("s" + i, capacities.get(i)));
        ImmutableList<Need> needs = IntInterval.oneTo(leads).collect(i -> Need.of("lead " + i));
        int room = capacities.stream().mapToInt(i -> i).sum();
        var outcome = Assignment.of(leads == 0 ? Lists.immutable.empty() : needs, seats, Rotation.start());
        assertThat(outcome.isAccepted()).isEqualTo(room > 0);
        if (room == 0) {
            return;
        }
        Assignment assignment = outcome.orElseThrow();
        assertThat(assignment.given().size() + assignment.left().size()).isEqualTo(leads);
        assertThat(assignment.given()).hasSize(Math.min(leads, room));
        for (Seat seat : seats) {
            double fair = (double) Math.min(leads, room) * seat.capacity() / room;
            assertThat(assignment.count(seat.seller())).isLessThanOrEqualTo(seat.capacity());
            assertThat((double) assignment.count(seat.seller())).isBetween(fair - seats.size(), fair + seats.size());
        }
    }

    @Property(tries = 200)
    void splits_sum_to_the_deal_and_commission_rises_with_it(
            @ForAll @LongRange(max = 1_000_000_000) long minor,
            @ForAll @LongRange(max = 1_000_000) long more,
            @ForAll @IntRange(min = 1, max = 99) int share) {
        MonetaryAmount amount = Amounts.ofMinor(minor, Amounts.currency("USD"));
        DealSplit split = new DealSplit(SortedMaps.immutable.of(
                SellerId.of("a"), BigDecimal.valueOf(share), SellerId.of("b"), BigDecimal.valueOf(100L - share)));
        long parts =
                split.of(amount, RemainderRule.LARGEST_REMAINDER).valuesView().sumOfLong(Amounts::minor);
        assertThat(parts).isEqualTo(minor);
        CommissionPlan plan = new CommissionPlan(
                Lists.immutable.of(Tier.of("0", "5"), Tier.of("80", "7.5"), Tier.of("100", "10")),
                RoundingPolicy.parse("half-up:currency"));
        Quota quota = new Quota(SellerId.of("a"), DateRange.from(DAY), Amounts.of("5000000", "USD"));
        long commission = Amounts.minor(plan.of(amount, quota).amount());
        long greater = Amounts.minor(plan.of(Amounts.ofMinor(minor + more, Amounts.currency("USD")), quota)
                .amount());
        assertThat(greater).isGreaterThanOrEqualTo(commission);
        assertThat(commission).isBetween(minor / 20 - 1, minor / 10 + 1);
    }
}
