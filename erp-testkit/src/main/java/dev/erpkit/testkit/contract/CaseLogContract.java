package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.service.AgreementId;
import dev.erpkit.crm.service.CaseChange;
import dev.erpkit.crm.service.CaseFact;
import dev.erpkit.crm.service.CaseId;
import dev.erpkit.crm.service.ClockKind;
import dev.erpkit.crm.service.Priority;
import dev.erpkit.crm.service.QueueId;
import dev.erpkit.crm.service.ServiceCase;
import dev.erpkit.crm.service.ServiceDesk;
import dev.erpkit.crm.service.Survey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code CaseLog} must do, and what the service desk guarantees over it when several people act at once. */
public abstract class CaseLogContract extends SubjectLogContract<CaseHarness, CaseFact> {
    private static final Actor ACTOR = Actor.of("窓口");
    private static final PartyId CUSTOMER = PartyId.of("取引先 № 1");

    /** For adapters. */
    protected CaseLogContract() {}

    @Override
    void append(CaseHarness harness, CaseFact fact) {
        harness.cases().append(fact);
    }

    @Override
    ImmutableList<CaseFact> of(CaseHarness harness, String subject) {
        return harness.cases().of(CaseId.of(subject));
    }

    @Override
    ImmutableList<CaseFact> withKey(CaseHarness harness, IdempotencyKey key) {
        return harness.cases().of(key);
    }

    @Override
    void forEach(CaseHarness harness, Consumer<CaseFact> sink) {
        harness.cases().forEach(sink);
    }

    @Override
    ImmutableList<CaseFact> everyKind(String subject) {
        ImmutableList<CaseChange> changes = Lists.immutable.of(
                new CaseChange.Opened(CUSTOMER, QueueId.of("電話"), Priority.URGENT, Optional.of(AgreementId.of("gold"))),
                CaseChange.opened(CUSTOMER, QueueId.of("mail"), Priority.LOW),
                new CaseChange.Queued(QueueId.of("second level")),
                new CaseChange.Prioritised(Priority.HIGH),
                new CaseChange.Agreed(AgreementId.of("銀")),
                new CaseChange.Assigned("agent-7"),
                new CaseChange.CustomerWrote(),
                new CaseChange.AgentReplied(),
                new CaseChange.Paused("waits for a part; 部品待ち '\""),
                new CaseChange.Resumed(),
                new CaseChange.Resolved(),
                new CaseChange.Closed(),
                new CaseChange.Breached(ClockKind.NEXT_RESPONSE, Fresh.instant()),
                new CaseChange.Reopened(),
                new CaseChange.Absorbed(CaseId.of("other")),
                new CaseChange.Rated(Survey.SATISFACTION, 5),
                new CaseChange.Rated(Survey.RECOMMENDATION, 0),
                new CaseChange.Merged(CaseId.of("other")));
        MutableList<CaseFact> facts = Lists.mutable.empty();
        changes.forEach(
                change -> facts.add(fact(subject, facts.size() + 1L, IdempotencyKey.of(Fresh.key("key")), change)));
        return facts.toImmutable();
    }

    private static CaseFact fact(String subject, long number, IdempotencyKey key, CaseChange change) {
        return new CaseFact(CaseId.of(subject), number, key, Fresh.instant(), Fresh.instant(), ACTOR, change);
    }

    @Override
    CaseFact fact(String subject, long number, IdempotencyKey key) {
        CaseChange change = number == 1
                ? CaseChange.opened(CUSTOMER, QueueId.of("q"), Priority.NORMAL)
                : new CaseChange.CustomerWrote();
        return fact(subject, number, key, change);
    }

    @Override
    IdempotencyKey key(CaseFact fact) {
        return fact.key();
    }

    @Override
    String subject(CaseFact fact) {
        return fact.caseId().value();
    }

    @Override
    CaseHarness other() {
        return harness().otherTenant();
    }

    @Override
    CaseHarness again() {
        return harness().reopened();
    }

    private ServiceDesk desk() {
        return new ServiceDesk(
                harness().cases(), harness().outbox(), harness().unitOfWork(), AccessPolicy.allowAll(), Fresh::instant);
    }

    private static IdempotencyKey key() {
        return IdempotencyKey.of(Fresh.key("key"));
    }

    private CaseId opened(Instant at) {
        CaseId id = CaseId.of(Fresh.key("case"));
        desk().record(key(), id, CaseChange.opened(CUSTOMER, QueueId.of("q"), Priority.NORMAL), at, ACTOR)
                .orElseThrow();
        return id;
    }

    @Test
    void cases_1_1_the_facts_of_a_merge_share_its_key() {
        Instant at = Fresh.instant();
        CaseId from = opened(at);
        CaseId into = opened(at);
        IdempotencyKey key = key();
        desk().merge(key, from, into, at, ACTOR).orElseThrow();
        assertThat(harness().cases().of(key).collect(CaseFact::caseId)).containsExactlyInAnyOrder(from, into);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void cases_2_1_of_people_who_pause_at_once_exactly_one_does() {
        for (int round = 0; round < 5; round++) {
            Instant at = Fresh.instant();
            CaseId id = opened(at);
            ImmutableList<AtOnce.Ended<Boolean>> ends = AtOnce.run(
                    4,
                    i -> desk().record(key(), id, new CaseChange.Paused("p"), at, ACTOR)
                            .isAccepted());
            assertThat(AtOnce.failures(ends)).isEmpty();
            assertThat(ends.count(end -> Boolean.TRUE.equals(end.value()))).isEqualTo(1);
            assertThat(harness().cases().of(id)).hasSize(2);
        }
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void cases_2_2_two_merges_at_once_never_make_a_cycle() {
        for (int round = 0; round < 5; round++) {
            Instant at = Fresh.instant();
            CaseId one = opened(at);
            CaseId two = opened(at);
            ImmutableList<AtOnce.Ended<Boolean>> ends = AtOnce.run(
                    2,
                    i -> desk().merge(key(), i == 0 ? one : two, i == 0 ? two : one, at, ACTOR)
                            .isAccepted());
            assertThat(AtOnce.failures(ends)).isEmpty();
            assertThat(ends.count(end -> Boolean.TRUE.equals(end.value()))).isEqualTo(1);
            CaseId survivor = desk().survivor(one).map(ServiceCase::id).orElseThrow();
            assertThat(desk().survivor(two).map(ServiceCase::id)).contains(survivor);
        }
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void cases_2_3_one_command_delivered_on_several_threads_takes_effect_once() {
        for (int round = 0; round < 5; round++) {
            Instant at = Fresh.instant();
            CaseId id = opened(at);
            IdempotencyKey key = key();
            ImmutableList<AtOnce.Ended<CaseFact>> ends = AtOnce.run(
                    4,
                    i -> desk().record(key, id, new CaseChange.Resolved(), at, ACTOR)
                            .orElseThrow());
            assertThat(AtOnce.failures(ends)).isEmpty();
            assertThat(ends.collect(AtOnce.Ended::value).distinct()).hasSize(1);
            assertThat(harness().cases().of(id)).hasSize(2);
        }
    }

    private ImmutableList<String> happens(IdempotencyKey key, CaseId id, CaseChange change, Instant at) {
        return told(() -> desk().record(key, id, change, at, ACTOR));
    }

    @Test
    void cases_3_1_openings_solutions_and_missed_promises_are_told_once() {
        Instant at = Fresh.instant();
        CaseId id = CaseId.of(Fresh.key("case"));
        IdempotencyKey opening = key();
        CaseChange opened = CaseChange.opened(CUSTOMER, QueueId.of("q"), Priority.NORMAL);
        CaseChange breach = new CaseChange.Breached(ClockKind.RESOLUTION, at.plusSeconds(10));
        assertThat(happens(opening, id, opened, at)).containsExactly("case.opened " + id + "#1");
        assertThat(happens(opening, id, opened, at)).as("again").isEmpty();
        assertThat(happens(key(), id, opened, at)).as("refused").isEmpty();
        assertThat(happens(key(), id, breach, at.plusSeconds(10))).as("not due").isEmpty();
        assertThat(happens(key(), id, breach, at.plusSeconds(11))).containsExactly("case.breached " + id + "#2");
        assertThat(happens(key(), id, breach, at.plusSeconds(12)))
                .as("noticed already")
                .isEmpty();
        assertThat(happens(key(), id, new CaseChange.Resolved(), at.plusSeconds(13)))
                .containsExactly("case.resolved " + id + "#3");
        assertThat(happens(key(), id, new CaseChange.Closed(), at.plusSeconds(14)))
                .isEmpty();
        assertThat(happens(key(), id, new CaseChange.Reopened(), at.plusSeconds(15)))
                .isEmpty();
        assertThat(happens(key(), id, new CaseChange.Closed(), at.plusSeconds(16)))
                .containsExactly("case.resolved " + id + "#6");
    }
}
