package dev.erpkit.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.pipeline.SnapshotChange.Way;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** What deals are worth on their way, and what became of them. */
class ForecastTest extends PipelineRoom {
    @Test
    void each_deal_is_converted_and_the_unpriced_are_named() {
        rates.record(ExchangeRate.of(
                Amounts.currency("USD"),
                Amounts.currency("JPY"),
                new BigDecimal("150.25"),
                RateType.SPOT,
                TODAY.minusDays(3)));
        open("a", "1000000", "JPY", 0);
        open("b", "10000", "USD", 0);
        open("c", "700", "EUR", 0);
        tell(DealId.of("b"), new DealChange.Weighed(new BigDecimal("20")), 0).orElseThrow();
        Forecast forecast = forecast(IN_YEN);
        assertThat(forecast.unweighted()).isEqualTo(Amounts.of("2502500", "JPY"));
        assertThat(forecast.weighted()).isEqualTo(Amounts.of("600500", "JPY"));
        assertThat(forecast.counted()).isEqualTo(3);
        assertThat(forecast.unpriced().collect(Expectation::deal)).containsExactly(DealId.of("c"));
        assertThat(forecast.priced().get(1).rate().orElseThrow().date()).isEqualTo(TODAY.minusDays(3));
    }

    @Test
    void closed_deals_may_keep_the_rate_of_their_day() {
        rates.record(ExchangeRate.of(
                Amounts.currency("USD"),
                Amounts.currency("JPY"),
                new BigDecimal("100"),
                RateType.SPOT,
                TODAY.minusDays(3)));
        rates.record(ExchangeRate.of(
                Amounts.currency("USD"), Amounts.currency("JPY"), new BigDecimal("200"), RateType.SPOT, TODAY));
        open("a", "10", "USD", -3);
        move("a", "won", -2);
        open("b", "10", "USD", -1);
        ForecastPolicy frozen =
                new ForecastPolicy(IN_YEN.base(), IN_YEN.rateType(), RateDay.CLOSING, IN_YEN.rounding());
        assertThat(forecast(frozen).unweighted()).isEqualTo(Amounts.of("3000", "JPY"));
        assertThat(forecast(IN_YEN).unweighted()).isEqualTo(Amounts.of("4000", "JPY"));
    }

    @Test
    void lost_deals_bring_nothing_and_won_ones_count_in_full() {
        open("a", "100", "EUR", 0);
        open("b", "200", "EUR", 0);
        open("c", "400", "EUR", 0);
        move("a", "won", 1);
        move("b", "lost", 1);
        tell(DealId.of("c"), new DealChange.Judged(ForecastCategory.COMMIT), 1).orElseThrow();
        Forecast forecast = forecast(ForecastPolicy.in(Amounts.currency("EUR")));
        assertThat(forecast.weighted()).isEqualTo(Amounts.of("220", "EUR"));
        assertThat(forecast.unweighted()).isEqualTo(Amounts.of("500", "EUR"));
        assertThat(forecast.winRate()).contains(Rational.of(1, 2));
        assertThat(forecast.by(Expectation::category)
                        .get(ForecastCategory.COMMIT)
                        .unweighted())
                .isEqualTo(Amounts.of("400", "EUR"));
        assertThat(forecast.by(Expectation::category)
                        .get(ForecastCategory.OMITTED)
                        .weighted()
                        .isZero())
                .isTrue();
    }

    @Test
    void a_probability_may_have_decimals_and_a_group_names_its_own_unpriced() {
        open("a", "1000", "EUR", 0);
        open("b", "700", "USD", 0);
        tell(DealId.of("a"), new DealChange.Weighed(new BigDecimal("12.345")), 0)
                .orElseThrow();
        Forecast forecast = forecast(ForecastPolicy.in(Amounts.currency("EUR")));
        assertThat(forecast.weighted()).isEqualTo(Amounts.of("123.45", "EUR"));
        Forecast dollars =
                forecast.by(deal -> deal.currency().getCurrencyCode()).get("USD");
        assertThat(dollars.priced()).isEmpty();
        assertThat(dollars.unpriced().collect(Expectation::deal)).containsExactly(DealId.of("b"));
        assertThat(dollars.average(IN_YEN.rounding())).isEmpty();
    }

    @Test
    void what_needs_no_rate_keeps_its_minor_units_under_a_coarse_rounding() {
        rates.record(ExchangeRate.of(
                Amounts.currency("EUR"), Amounts.currency("JPY"), new BigDecimal("160"), RateType.SPOT, TODAY));
        open("a", "1499", "JPY", 0);
        open("b", "10", "EUR", 0);
        ForecastPolicy thousands = new ForecastPolicy(
                IN_YEN.base(), IN_YEN.rateType(), IN_YEN.rateDay(), RoundingPolicy.parse("half-up:-3"));
        assertThat(forecast(thousands).priced().collect(PricedDeal::minor)).containsExactly(1499L, 2000L);
    }

    @Test
    void what_changed_since_monday() {
        open("a", "100", "EUR", 0);
        open("b", "200", "EUR", 0);
        open("c", "400", "EUR", 0);
        open("d", "50", "EUR", 0);
        PipelineSnapshot monday = snapshot(0);
        move("a", "won", 1);
        tell(DealId.of("b"), new DealChange.Valued(Amounts.of("150", "EUR")), 1).orElseThrow();
        tell(DealId.of("b"), new DealChange.Rescheduled(JUNE.plusDays(1)), 1).orElseThrow();
        tell(DealId.of("c"), new DealChange.Noted("budget", FactValue.of(1)), 1).orElseThrow();
        move("c", "offer", 2);
        open("e", "1000", "EUR", 2);
        PipelineSnapshot friday = snapshot(4);
        ImmutableList<SnapshotChange> changes = monday.changes(friday);
        assertThat(changes.collect(
                        change -> change.deal().value() + change.ways().toList()))
                .containsExactly("a[WON]", "b[REVALUED, SLIPPED]", "c[MOVED]", "e[NEW]");
        assertThat(changes.collect(change -> change.effect().getIfAbsentValue("EUR", 0L)))
                .containsExactly(-10_000L, -5_000L, 0L, 100_000L);
        assertThat(friday.open().get("EUR") - monday.open().get("EUR")).isEqualTo(85_000L);
        assertThat(friday.changes(monday).getLast().ways().toList()).containsExactly(Way.GONE);
    }

    private PipelineSnapshot snapshot(int days) {
        Instant at = NOW.plus(Duration.ofDays(days));
        return PipelineSnapshot.of(at, expectations(desk.asOf(at)));
    }

    @Test
    void open_deals_are_censored_in_the_win_rate() {
        open("a", "1", "EUR", 0);
        open("b", "1", "EUR", 0);
        open("c", "1", "EUR", 0);
        open("d", "1", "EUR", 3);
        move("a", "won", 2);
        move("b", "lost", 4);
        ClosingCurve curve = ClosingCurve.of(desk.all(), ForecastTest::kind, NOW.plus(Duration.ofDays(6)));
        // after 2 days 1 of 4 is won; d was watched for 3 days only; after 4 days 1 of 2 is lost
        assertThat(curve.steps().collect(ClosingCurve.Step::watched)).containsExactly(4, 2);
        assertThat(curve.winRate().orElseThrow()).isEqualByComparingTo("0.25");
        assertThat(curve.steps().getLast().lost()).isEqualByComparingTo("0.375");
        assertThat(curve.medianCycle()).contains(Duration.ofDays(4));
    }

    private static StageKind kind(Deal deal) {
        return SALES.stage(deal.stage()).orElseThrow().kind();
    }

    @Test
    void velocity_is_exact_until_it_is_rounded() {
        SalesVelocity velocity =
                new SalesVelocity(21, Rational.of(8, 11), Amounts.of("162500", "USD"), Rational.of(45));
        assertThat(velocity.perDay(RoundingPolicy.parse("half-up:2"))).isEqualTo(Amounts.of("55151.52", "USD"));
        assertThatThrownBy(() -> new SalesVelocity(1, Rational.ONE, Amounts.of("1", "USD"), Rational.ZERO))
                .isInstanceOf(InvalidValueException.class);
    }
}
