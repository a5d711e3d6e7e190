package dev.erpkit.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.crm.pipeline.Assignment.Need;
import dev.erpkit.crm.pipeline.CommissionPlan.Commission;
import dev.erpkit.crm.pipeline.CommissionPlan.Tier;
import dev.erpkit.crm.pipeline.SnapshotChange.Way;
import dev.erpkit.crm.pipeline.Territories.Territory;
import dev.erpkit.crm.pipeline.memory.MemoryDealLog;
import dev.erpkit.crm.pipeline.port.DealLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.impl.list.primitive.IntInterval;
import org.junit.jupiter.api.Test;

class PipelineTest {
    private static final Instant NOW = Instant.parse("2026-04-06T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 4, 6);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    private static final Actor ME = Actor.of("me");
    private static final PartyId CUSTOMER = PartyId.of("customer");
    private static final SellerId AYA = SellerId.of("aya");
    private static final DealId ID = DealId.of("deal-1");
    private static final Pipeline SALES = Pipeline.builder()
            .id("sales")
            .add(Stage.open("qualified", 30))
            .add(Stage.open("offer", 60).rottingAfter(14).enteredIf(Condition.known("budget")))
            .add(Stage.won("won"))
            .add(Stage.lost("lost"))
            .build();
    private static final ForecastPolicy IN_YEN = ForecastPolicy.in(Amounts.currency("JPY"));

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final DealLog log = new MemoryDealLog(unitOfWork);
    private final MemoryExchangeRates rates = new MemoryExchangeRates(unitOfWork);
    private final DealDesk desk =
            new DealDesk(log, id -> Optional.of(SALES), unitOfWork, AccessPolicy.allowAll(), () -> NOW);
    private int keys;

    private Outcome<DealFact> tell(DealId id, DealChange change, int days) {
        keys++;
        return desk.record(IdempotencyKey.of("k" + keys), id, change, NOW.plus(Duration.ofDays(days)), ME);
    }

    private void open(String id, String amount, String currency, int days) {
        tell(
                        DealId.of(id),
                        DealChange.opened(SALES, "qualified", CUSTOMER, Amounts.of(amount, currency), JUNE, AYA),
                        days)
                .orElseThrow();
    }

    private void move(String id, String stage, int days) {
        tell(DealId.of(id), new DealChange.Moved(StageId.of(stage)), days).orElseThrow();
    }

    private void refused(String code, DealChange change, int days) {
        ImmutableList<DealFact> before = log.of(ID);
        assertThat(tell(ID, change, days).refusal().orElseThrow().code()).hasToString(code);
        assertThat(log.of(ID)).isEqualTo(before);
    }

    private Forecast forecast(ForecastPolicy policy) {
        return Forecast.of(expectations(desk.all()), rates, policy, TODAY);
    }

    private static ImmutableList<Expectation> expectations(ImmutableList<Deal> deals) {
        return Expectation.of(deals, id -> Optional.of(SALES), ZoneOffset.UTC);
    }

    /** The snippet of the package. */
    @Test
    void the_first_lines_of_an_embedder() {
        AccessPolicy access = AccessPolicy.allowAll();
        InstantSource clock = () -> NOW;
        Instant now = NOW;
        PartyId customer = CUSTOMER;
        LocalDate inJune = JUNE;
        LocalDate today = TODAY;
        Actor me = ME;
        ForecastPolicy policy = ForecastPolicy.in(Amounts.currency("EUR"));

        Pipeline sales = Pipeline.builder()
                .id("sales")
                .add(Stage.open("qualified", 30))
                .add(Stage.open("offer", 60).rottingAfter(14).enteredIf(Condition.known("budget")))
                .add(Stage.won("won"))
                .add(Stage.lost("lost"))
                .build();
        DealDesk desk = new DealDesk(log, id -> Optional.of(sales), unitOfWork, access, clock);
        DealId id = DealId.of("deal-1");
        desk.record(
                IdempotencyKey.of("k1"),
                id,
                DealChange.opened(sales, "qualified", customer, Amounts.of("12000", "EUR"), inJune, SellerId.of("aya")),
                now,
                me);
        Outcome<DealFact> refused =
                desk.record(IdempotencyKey.of("k2"), id, new DealChange.Moved(StageId.of("offer")), now, me);
        Forecast forecast = Forecast.of(
                Expectation.of(desk.all(), name -> Optional.of(sales), ZoneOffset.UTC), rates, policy, today);

        assertThat(refused.refusal().orElseThrow().code()).hasToString("deal.entry-condition");
        assertThat(forecast.weighted()).isEqualTo(Amounts.of("3600", "EUR"));
    }

    @Test
    void what_may_not_happen_is_refused_and_changes_nothing() {
        refused("deal.unknown", new DealChange.Moved(StageId.of("won")), 0);
        refused(
                "deal.stage-unknown",
                DealChange.opened(SALES, "nowhere", CUSTOMER, Amounts.of("1", "EUR"), JUNE, AYA),
                0);
        open("deal-1", "100", "EUR", 1);
        refused("deal.exists", DealChange.opened(SALES, "won", CUSTOMER, Amounts.of("1", "EUR"), JUNE, AYA), 1);
        refused("deal.out-of-order", new DealChange.Rescheduled(JUNE), 0);
        refused("deal.stage-unknown", new DealChange.Moved(StageId.of("nowhere")), 1);
        refused("deal.transition", new DealChange.Moved(StageId.of("qualified")), 1);
        refused("deal.entry-condition", new DealChange.Moved(StageId.of("offer")), 1);
        tell(ID, new DealChange.Noted("budget", FactValue.of(true)), 1).orElseThrow();
        move("deal-1", "offer", 2);
        move("deal-1", "lost", 3);
        refused("deal.transition", new DealChange.Moved(StageId.of("won")), 4);
        refused("deal.closed", new DealChange.Valued(Amounts.of("200", "EUR")), 4);
        tell(ID, new DealChange.Noted("reason", FactValue.of("price")), 4).orElseThrow();
        assertThatThrownBy(() -> new DealChange.Valued(Amounts.of("-1", "EUR")))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new DealChange.Valued(Amounts.of("1.001", "EUR")))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new DealChange.Weighed(new BigDecimal("100.1")))
                .isInstanceOf(InvalidValueException.class);
    }

    @Test
    void an_unknown_pipeline_is_refused() {
        DealDesk other = new DealDesk(log, id -> Optional.empty(), unitOfWork, AccessPolicy.allowAll(), () -> NOW);
        DealChange opened = DealChange.opened(SALES, "qualified", CUSTOMER, Amounts.of("1", "EUR"), JUNE, AYA);
        assertThat(other.record(IdempotencyKey.of("k"), ID, opened, NOW, ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("pipeline.unknown");
    }

    @Test
    void the_same_key_gives_the_same_fact_and_no_other_content() {
        IdempotencyKey key = IdempotencyKey.of("once");
        DealChange opened = DealChange.opened(SALES, "qualified", CUSTOMER, Amounts.of("1", "EUR"), JUNE, AYA);
        DealFact first = desk.record(key, ID, opened, NOW, ME).orElseThrow();
        move("deal-1", "won", 1);
        DealChange again = DealChange.opened(SALES, "qualified", CUSTOMER, Amounts.of("1.00", "EUR"), JUNE, AYA);
        assertThat(desk.record(key, ID, again, NOW, ME)).isEqualTo(Outcome.replayed(first));
        assertThat(desk.record(key, ID, new DealChange.Rescheduled(JUNE), NOW, ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("deal.key-reused");
        assertThat(log.of(ID)).hasSize(2);
    }

    @Test
    void who_may_not_handle_the_pipeline_is_refused() {
        DealDesk other = new DealDesk(
                log,
                id -> Optional.of(SALES),
                unitOfWork,
                (actor, permission) -> !permission.scope().equals("sales"),
                () -> NOW);
        DealChange opened = DealChange.opened(SALES, "qualified", CUSTOMER, Amounts.of("1", "EUR"), JUNE, AYA);
        assertThat(other.record(IdempotencyKey.of("k"), ID, opened, NOW, ME)
                        .refusal()
                        .orElseThrow()
                        .code())
                .hasToString("access.denied");
        assertThat(log.of(ID)).isEmpty();
    }

    @Test
    void the_history_is_the_record() {
        Pipeline free = Pipeline.builder()
                .id("p")
                .add(Stage.open("a", 10))
                .add(Stage.open("b", 50))
                .add(Stage.won("won"))
                .move("a", "b")
                .move("b", "a")
                .build();
        DealDesk other = new DealDesk(log, id -> Optional.of(free), unitOfWork, AccessPolicy.allowAll(), () -> NOW);
        other.record(
                IdempotencyKey.of("1"),
                ID,
                DealChange.opened(free, "a", CUSTOMER, Amounts.of("1", "EUR"), JUNE, AYA),
                NOW,
                ME);
        int day = 0;
        for (String stage : new String[] {"b", "a", "b"}) {
            day += 2;
            other.record(
                            IdempotencyKey.of("m" + day),
                            ID,
                            new DealChange.Moved(StageId.of(stage)),
                            NOW.plus(Duration.ofDays(day)),
                            ME)
                    .orElseThrow();
        }
        Deal deal = other.find(ID).orElseThrow();
        Instant later = NOW.plus(Duration.ofDays(9));
        assertThat(deal.stage()).isEqualTo(StageId.of("b"));
        assertThat(deal.timeIn(StageId.of("a"), later)).isEqualTo(Duration.ofDays(4));
        assertThat(deal.timeIn(StageId.of("b"), later)).isEqualTo(Duration.ofDays(5));
        assertThat(deal.returns(StageId.of("b"))).isEqualTo(1);
        assertThat(deal.facts(later).find("days-in-stage")).contains(FactValue.of(3));
        assertThat(other.asOf(NOW.plus(Duration.ofDays(3))).getOnly().stage()).isEqualTo(StageId.of("b"));
        StageFlow flow = StageFlow.of(other.all());
        assertThat(flow.conversion(StageId.of("a"), StageId.of("b"))).contains(Rational.ONE);
        assertThat(flow.conversion(StageId.of("b"), StageId.of("won"))).contains(Rational.ZERO);
        assertThat(flow.conversion(StageId.of("won"), StageId.of("a"))).isEmpty();
        assertThat(flow.moves().occurrencesOf(new Pipeline.Move(StageId.of("a"), StageId.of("b"))))
                .isEqualTo(2);
    }

    @Test
    void a_deal_rots_strictly_after_the_days_allowed() {
        Stage stage = SALES.stage(StageId.of("offer")).orElseThrow();
        assertThat(stage.rottingDays(NOW, NOW.plus(Duration.ofDays(14)))).isEmpty();
        assertThat(stage.rottingDays(NOW, NOW.plus(Duration.ofDays(14)).plusSeconds(1)))
                .hasValue(14);
        assertThat(Stage.open("x", 1).rottingDays(NOW, NOW.plus(Duration.ofDays(999))))
                .isEmpty();
    }

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
        ClosingCurve curve = ClosingCurve.of(desk.all(), PipelineTest::kind, NOW.plus(Duration.ofDays(6)));
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

    private static ImmutableList<Need> leads(int count) {
        return IntInterval.oneTo(count).collect(i -> Need.of("lead " + i));
    }

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
}
