package dev.erpkit.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.party.ConsentScope;
import dev.erpkit.crm.party.ConsentState;
import dev.erpkit.crm.party.ConsentStatement;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.PartyChange;
import dev.erpkit.crm.party.PartyKind;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.PartyRecord;
import dev.erpkit.crm.party.PartyService;
import dev.erpkit.crm.party.Relation;
import dev.erpkit.crm.party.RelationType;
import dev.erpkit.crm.party.Survivorship;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What every {@code PartyLog} must do: one record for each command in its order, each key once, nobody merged twice. */
public abstract class PartyLogContract extends KeyedLogContract<PartyHarness, PartyRecord> {
    private static final Actor CLERK = Actor.of("顧客係");

    /** For adapters. */
    protected PartyLogContract() {}

    @Override
    void append(PartyHarness harness, PartyRecord fact) {
        harness.parties().append(fact);
    }

    @Override
    Optional<PartyRecord> find(PartyHarness harness, IdempotencyKey key) {
        return harness.parties().find(key);
    }

    @Override
    void forEach(PartyHarness harness, long afterSequence, Consumer<PartyRecord> sink) {
        harness.parties().forEach(afterSequence, sink);
    }

    @Override
    void forEachOf(PartyHarness harness, PartyId party, Consumer<PartyRecord> sink) {
        harness.parties().forEachOf(party, sink);
    }

    @Override
    long lastSequence(PartyHarness harness) {
        return harness.parties().lastSequence();
    }

    @Override
    PartyHarness other() {
        return harness().otherTenant();
    }

    @Override
    PartyHarness again() {
        return harness().reopened();
    }

    @Override
    long sequence(PartyRecord fact) {
        return fact.sequence();
    }

    @Override
    IdempotencyKey key(PartyRecord fact) {
        return fact.key();
    }

    @Override
    PartyRecord fact(long sequence, IdempotencyKey key, PartyId party) {
        return new PartyRecord(sequence, key, Digest.ofText(key.value()), Fresh.instant(), CLERK, everything(party));
    }

    private static ImmutableList<PartyChange> everything(PartyId party) {
        PartyId firm = PartyId.of("firm");
        Relation open = new Relation(party, RelationType.of("勤務先 'x'"), firm, DateRange.all());
        Relation closed = new Relation(
                firm,
                RelationType.of("employs"),
                party,
                DateRange.of(LocalDate.of(2024, 2, 29), LocalDate.of(2025, 3, 1)));
        MutableList<PartyChange> changes = Lists.mutable.of(
                new PartyChange.Registered(party, PartyKind.PERSON),
                new PartyChange.Registered(firm, PartyKind.ORGANISATION),
                new PartyChange.Amended(party),
                new PartyChange.Related(open),
                new PartyChange.Related(closed),
                new PartyChange.RelationEnded(open, LocalDate.of(2026, 4, 1)),
                new PartyChange.Merged(party, firm, Survivorship.NEWEST),
                new PartyChange.Merged(firm, party, Survivorship.SURVIVOR),
                new PartyChange.Unmerged(party, firm),
                new PartyChange.Erased(firm));
        for (ContactKind channel : ContactKind.values()) {
            for (ConsentState state : ConsentState.values()) {
                changes.add(new PartyChange.Consented(
                        party,
                        new ConsentStatement(
                                new ConsentScope(channel, "お知らせ"), state, Fresh.instant(), "書面 № 42 — ü€")));
            }
        }
        return changes.toImmutable();
    }

    private PartyService parties() {
        return new PartyService(
                harness().parties(),
                harness().profiles(),
                LibPhoneNumbers.anywhere(),
                harness().outbox(),
                harness().unitOfWork(),
                AccessPolicy.allowAll(),
                Fresh::instant);
    }

    private ImmutableList<PartyId> registered(String... names) {
        ImmutableList<PartyId> ids =
                Lists.immutable.of(names).collect(Fresh::key).collect(PartyId::of);
        ids.forEach(id -> parties()
                .register(
                        IdempotencyKey.of(Fresh.key("register")),
                        PartyProfile.person(id.value(), "somebody").build(),
                        CLERK)
                .orElseThrow());
        return ids;
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void party_4_2_of_two_merges_of_one_party_one_is_refused() {
        PartyService parties = parties();
        ImmutableList<PartyId> ids = registered("a", "b", "c");
        PartyId absorbed = ids.getLast();
        ImmutableList<AtOnce.Ended<Outcome<PartyRecord>>> ends = AtOnce.run(
                2,
                i -> parties.merge(
                        IdempotencyKey.of(Fresh.key("merge")), ids.get(i), absorbed, Survivorship.NEWEST, CLERK));
        assertThat(ends.count(end -> end.value() != null && end.value().isAccepted()))
                .isEqualTo(1);
        assertThat(parties.facts(absorbed)
                        .history(absorbed)
                        .flatCollect(PartyRecord::changes)
                        .count(change -> change instanceof PartyChange.Merged))
                .isEqualTo(1);
    }

    @Test
    @Requires(Capability.CONCURRENT_WRITERS)
    void party_4_3_two_parties_merged_into_each_other_at_once_do_not_make_a_circle() {
        PartyService parties = parties();
        ImmutableList<PartyId> ids = registered("a", "b");
        ImmutableList<AtOnce.Ended<Outcome<PartyRecord>>> ends = AtOnce.run(
                2,
                i -> parties.merge(
                        IdempotencyKey.of(Fresh.key("merge")), ids.get(i), ids.get(1 - i), Survivorship.NEWEST, CLERK));
        assertThat(ends.count(end -> end.value() != null && end.value().isAccepted()))
                .isEqualTo(1);
        assertThat(ids).allMatch(id -> parties.facts(id).aliases().target(id).isPresent());
    }

    @Test
    void party_7_1_merging_and_taking_it_back_are_told_once_and_what_is_refused_never() {
        ImmutableList<PartyId> ids = registered("a", "b");
        PartyId absorbed = ids.getLast();
        long before = harness().parties().lastSequence();
        IdempotencyKey key = IdempotencyKey.of(Fresh.key("merge"));
        IdempotencyKey back = IdempotencyKey.of(Fresh.key("unmerge"));
        Runnable merge = () -> parties().merge(key, ids.getFirst(), absorbed, Survivorship.NEWEST, CLERK);
        Runnable unmerge = () -> parties().unmerge(back, absorbed, CLERK);
        assertThat(told(merge)).containsExactly("party.merged " + absorbed + "#" + (before + 1));
        assertThat(told(merge)).as("again").isEmpty();
        assertThat(told(() -> parties()
                        .merge(IdempotencyKey.of(Fresh.key("merge")), absorbed, absorbed, Survivorship.NEWEST, CLERK)))
                .as("refused")
                .isEmpty();
        assertThat(told(unmerge)).containsExactly("party.unmerged " + absorbed + "#" + (before + 2));
        assertThat(told(unmerge)).as("again").isEmpty();
    }
}
