package dev.erpkit.crm.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.pipeline.memory.MemoryDealLog;
import dev.erpkit.crm.pipeline.port.DealLog;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/** A pipeline, and deals that move in it. */
abstract class PipelineRoom {
    static final Instant NOW = Instant.parse("2026-04-06T09:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 4, 6);
    static final LocalDate JUNE = LocalDate.of(2026, 6, 30);
    static final Actor ME = Actor.of("me");
    static final PartyId CUSTOMER = PartyId.of("customer");
    static final SellerId AYA = SellerId.of("aya");
    static final DealId ID = DealId.of("deal-1");
    static final Pipeline SALES = Pipeline.builder()
            .id("sales")
            .add(Stage.open("qualified", 30))
            .add(Stage.open("offer", 60).rottingAfter(14).enteredIf(Condition.known("budget")))
            .add(Stage.won("won"))
            .add(Stage.lost("lost"))
            .build();
    static final ForecastPolicy IN_YEN = ForecastPolicy.in(Amounts.currency("JPY"));

    final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    final DealLog log = new MemoryDealLog(unitOfWork);
    final MemoryExchangeRates rates = new MemoryExchangeRates(unitOfWork);
    final MemoryOutbox outbox = new MemoryOutbox(unitOfWork);
    final DealDesk desk =
            new DealDesk(log, id -> Optional.of(SALES), outbox, unitOfWork, AccessPolicy.allowAll(), () -> NOW);
    int keys;

    Outcome<DealFact> tell(DealId id, DealChange change, int days) {
        keys++;
        return desk.record(IdempotencyKey.of("k" + keys), id, change, NOW.plus(Duration.ofDays(days)), ME);
    }

    void open(String id, String amount, String currency, int days) {
        tell(
                        DealId.of(id),
                        DealChange.opened(SALES, "qualified", CUSTOMER, Amounts.of(amount, currency), JUNE, AYA),
                        days)
                .orElseThrow();
    }

    void move(String id, String stage, int days) {
        tell(DealId.of(id), new DealChange.Moved(StageId.of(stage)), days).orElseThrow();
    }

    void refused(String code, DealChange change, int days) {
        ImmutableList<DealFact> before = log.of(ID);
        assertThat(tell(ID, change, days).refusal().orElseThrow().code()).hasToString(code);
        assertThat(log.of(ID)).isEqualTo(before);
    }

    Forecast forecast(ForecastPolicy policy) {
        return Forecast.of(expectations(desk.all()), rates, policy, TODAY);
    }

    static ImmutableList<Expectation> expectations(ImmutableList<Deal> deals) {
        return Expectation.of(deals, id -> Optional.of(SALES), ZoneOffset.UTC);
    }
}
