package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.pipeline.DealChange;
import dev.erpkit.crm.pipeline.DealDesk;
import dev.erpkit.crm.pipeline.DealFact;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.ForecastCategory;
import dev.erpkit.crm.pipeline.Pipeline;
import dev.erpkit.crm.pipeline.SellerId;
import dev.erpkit.crm.pipeline.Stage;
import dev.erpkit.crm.pipeline.StageId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code DealLog} must do, and what the pipeline guarantees over it when several people act at once. */
public abstract class DealLogContract extends SubjectLogContract<DealHarness, DealFact> {
    private static final Actor ACTOR = Actor.of("営業");
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);
    private static final Pipeline PIPELINE = Pipeline.builder()
            .id("販売")
            .add(Stage.open("見込み", 30))
            .add(Stage.open("提案", 60))
            .add(Stage.won("won"))
            .add(Stage.lost("lost"))
            .build();

    /** For adapters. */
    protected DealLogContract() {}

    @Override
    void append(DealHarness harness, DealFact fact) {
        harness.deals().append(fact);
    }

    @Override
    ImmutableList<DealFact> of(DealHarness harness, String subject) {
        return harness.deals().of(DealId.of(subject));
    }

    @Override
    ImmutableList<DealFact> withKey(DealHarness harness, IdempotencyKey key) {
        return Lists.immutable.fromStream(harness.deals().find(key).stream());
    }

    @Override
    void forEach(DealHarness harness, Consumer<DealFact> sink) {
        harness.deals().forEach(sink);
    }

    private static DealChange opened(String amount, String currency) {
        return DealChange.opened(
                PIPELINE, "見込み", PartyId.of("取引先"), Amounts.of(amount, currency), DAY, SellerId.of("彩"));
    }

    @Override
    ImmutableList<DealFact> everyKind(String subject) {
        ImmutableList<DealChange> changes = Lists.immutable.of(
                opened("9007199254740993", "JPY"),
                opened("0.001", "KWD"),
                new DealChange.Moved(StageId.of("won")),
                new DealChange.Valued(Amounts.of("12.30", "USD")),
                new DealChange.Valued(Amounts.ofMinor(1, Amounts.unit("POINTS", 3))),
                new DealChange.Rescheduled(DAY.plusYears(1)),
                new DealChange.Judged(ForecastCategory.BEST_CASE),
                new DealChange.Weighed(new BigDecimal("33.333333")),
                new DealChange.Weighed(BigDecimal.ZERO),
                new DealChange.Handed(SellerId.of("ben")),
                new DealChange.Noted("budget", FactValue.of(new BigDecimal("-12345678901234567890.12345"))),
                new DealChange.Noted("理由", FactValue.of("価格 '\"\\")),
                new DealChange.Noted("signed", FactValue.of(true)),
                new DealChange.Noted("since", FactValue.of(DAY)));
        MutableList<DealFact> facts = Lists.mutable.empty();
        changes.forEach(
                change -> facts.add(fact(subject, facts.size() + 1L, IdempotencyKey.of(Fresh.key("key")), change)));
        return facts.toImmutable();
    }

    private static DealFact fact(String subject, long number, IdempotencyKey key, DealChange change) {
        return new DealFact(DealId.of(subject), number, key, Fresh.instant(), Fresh.instant(), ACTOR, change);
    }

    @Override
    DealFact fact(String subject, long number, IdempotencyKey key) {
        return fact(subject, number, key, number == 1 ? opened("1", "EUR") : new DealChange.Rescheduled(DAY));
    }

    @Override
    IdempotencyKey key(DealFact fact) {
        return fact.key();
    }

    @Override
    String subject(DealFact fact) {
        return fact.deal().value();
    }

    @Override
    DealHarness other() {
        return harness().otherTenant();
    }

    @Override
    DealHarness again() {
        return harness().reopened();
    }

    private DealDesk desk() {
        return new DealDesk(
                harness().deals(),
                id -> Optional.of(PIPELINE),
                harness().outbox(),
                harness().unitOfWork(),
                AccessPolicy.allowAll(),
                Fresh::instant);
    }

    private static IdempotencyKey key() {
        return IdempotencyKey.of(Fresh.key("key"));
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void deals_1_1_of_people_who_win_and_lose_a_deal_at_once_exactly_one_decides_it() {
        for (int round = 0; round < 5; round++) {
            Instant at = Fresh.instant();
            DealId id = DealId.of(Fresh.key("deal"));
            desk().record(key(), id, opened("1", "EUR"), at, ACTOR).orElseThrow();
            ImmutableList<AtOnce.Ended<Boolean>> ends = AtOnce.run(
                    4,
                    i -> desk().record(
                                    key(), id, new DealChange.Moved(StageId.of(i % 2 == 0 ? "won" : "lost")), at, ACTOR)
                            .isAccepted());
            assertThat(AtOnce.failures(ends)).isEmpty();
            assertThat(ends.count(end -> Boolean.TRUE.equals(end.value()))).isEqualTo(1);
            assertThat(harness().deals().of(id)).hasSize(2);
        }
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void deals_1_2_one_command_delivered_on_several_threads_takes_effect_once() {
        for (int round = 0; round < 5; round++) {
            Instant at = Fresh.instant();
            DealId id = DealId.of(Fresh.key("deal"));
            IdempotencyKey key = key();
            ImmutableList<AtOnce.Ended<DealFact>> ends = AtOnce.run(
                    4,
                    i -> desk().record(key, id, opened("1", "EUR"), at, ACTOR).orElseThrow());
            assertThat(AtOnce.failures(ends)).isEmpty();
            assertThat(ends.collect(AtOnce.Ended::value).distinct()).hasSize(1);
            assertThat(harness().deals().of(id)).hasSize(1);
        }
    }

    private ImmutableList<String> moved(IdempotencyKey key, DealId id, String stage, Instant at) {
        return told(() -> desk().record(key, id, new DealChange.Moved(StageId.of(stage)), at, ACTOR));
    }

    @Test
    void deals_2_1_a_move_is_told_once_and_what_is_refused_never() {
        Instant at = Fresh.instant();
        DealId id = DealId.of(Fresh.key("deal"));
        IdempotencyKey key = key();
        assertThat(told(() -> desk().record(key(), id, opened("1", "EUR"), at, ACTOR)))
                .isEmpty();
        assertThat(moved(key, id, "提案", at)).containsExactly("deal.stage-changed " + id + "#2");
        assertThat(moved(key, id, "提案", at)).as("again").isEmpty();
        assertThat(moved(key, id, "won", at)).as("key reused").isEmpty();
        assertThat(moved(key(), id, "nowhere", at)).as("refused").isEmpty();
        assertThat(moved(key(), id, "won", at)).containsExactly("deal.won " + id + "#3");
        DealId other = DealId.of(Fresh.key("deal"));
        desk().record(key(), other, opened("1", "EUR"), at, ACTOR).orElseThrow();
        assertThat(moved(key(), other, "lost", at)).containsExactly("deal.lost " + other + "#2");
    }

    @Test
    @Requires(Capability.TRANSACTIONS)
    void deals_2_2_what_is_undone_is_not_told() {
        DealId id = DealId.of(Fresh.key("deal"));
        Instant at = Fresh.instant();
        desk().record(key(), id, opened("1", "EUR"), at, ACTOR).orElseThrow();
        assertThat(told(() -> rolledBack(() -> moved(key(), id, "won", at)))).isEmpty();
    }
}
