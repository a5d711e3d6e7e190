package dev.erpkit.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PipelineTest extends PipelineRoom {
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
        DealDesk desk = new DealDesk(log, id -> Optional.of(sales), outbox, unitOfWork, access, clock);
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
        DealDesk other = new DealDesk(
                log, id -> Optional.empty(), Outbox.none(), unitOfWork, AccessPolicy.allowAll(), () -> NOW);
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
                Outbox.none(),
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
        DealDesk other = new DealDesk(
                log, id -> Optional.of(free), Outbox.none(), unitOfWork, AccessPolicy.allowAll(), () -> NOW);
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
}
