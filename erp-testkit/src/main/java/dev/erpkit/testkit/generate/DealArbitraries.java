package dev.erpkit.testkit.generate;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.pipeline.DealChange;
import dev.erpkit.crm.pipeline.DealDesk;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.ForecastCategory;
import dev.erpkit.crm.pipeline.Pipeline;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.Stage;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.pipeline.memory.MemoryDealLog;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;

/** Deals on their way through the stages of {@link #PIPELINE}, in yen, dollars and dinars, as a deal desk would keep them. */
public final class DealArbitraries {
    /** Three stages, won and lost; a lost deal may come back. */
    public static final Pipeline PIPELINE = Pipeline.builder()
            .id("sales")
            .add(Stage.open("new", 10))
            .add(Stage.open("offer", 40))
            .add(Stage.open("talks", 70))
            .add(Stage.won("won"))
            .add(Stage.lost("lost"))
            .move("new", "offer")
            .move("new", "lost")
            .move("offer", "talks")
            .move("offer", "new")
            .move("offer", "lost")
            .move("talks", "won")
            .move("talks", "lost")
            .move("talks", "offer")
            .move("lost", "new")
            .build();

    /** When the first deal may be opened. */
    public static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);
    private static final Actor ACTOR = Actor.of("seller");

    private DealArbitraries() {}

    private record Step(int deal, Optional<DealChange> change, String currency, long minor, int hours) {}

    /** Desks with up to eight deals and up to forty facts, an hour or more apart or at the same time. */
    public static Arbitrary<DealDesk> desks() {
        Arbitrary<Optional<DealChange>> change = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.just(Optional.empty())),
                net.jqwik.api.Tuple.of(
                        6,
                        Arbitraries.of("new", "offer", "talks", "won", "lost")
                                .map(stage -> Optional.of(new DealChange.Moved(StageId.of(stage))))),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.integers()
                                .between(-20, 20)
                                .map(days -> Optional.of(new DealChange.Rescheduled(DAY.plusDays(days))))),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of(ForecastCategory.values())
                                .map(category -> Optional.of(new DealChange.Judged(category)))),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.integers()
                                .between(0, 10_000)
                                .map(p -> Optional.of(new DealChange.Weighed(BigDecimal.valueOf(p, 2))))));
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        change,
                        Arbitraries.of("JPY", "USD", "KWD"),
                        Arbitraries.longs().between(0, 1_000_000_000L),
                        Arbitraries.integers().between(0, 30))
                .as(Step::new);
        return step.list().ofMaxSize(40).map(DealArbitraries::desk);
    }

    private static DealDesk desk(List<Step> steps) {
        MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
        DealDesk desk = new DealDesk(
                new MemoryDealLog(unitOfWork),
                id -> Optional.of(PIPELINE),
                Outbox.none(),
                unitOfWork,
                AccessPolicy.allowAll(),
                () -> START);
        Instant at = START;
        for (Step step : Lists.immutable.ofAll(steps)) {
            at = at.plus(Duration.ofHours(step.hours()));
            DealId id = DealId.of("deal-" + step.deal());
            var amount = Amounts.ofMinor(step.minor(), Amounts.currency(step.currency()));
            DealChange change = step.change()
                    .orElseGet(() -> desk.find(id).isPresent()
                            ? new DealChange.Valued(amount)
                            : DealChange.opened(
                                    PIPELINE,
                                    "new",
                                    PartyId.of("party"),
                                    amount,
                                    DAY,
                                    SellerId.of("s" + step.deal() % 3)));
            desk.record(IdempotencyKey.of("k" + at + "-" + id + change.hashCode()), id, change, at, ACTOR);
        }
        return desk;
    }
}
