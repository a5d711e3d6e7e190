package dev.erpkit.crm.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.party.memory.MemoryPartyLog;
import dev.erpkit.crm.party.memory.MemoryProfileStore;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartyServiceTest {
    private static final Actor ME = Actor.of("me");
    private static final ConsentScope NEWS = new ConsentScope(ContactKind.EMAIL, "newsletter");

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryPartyLog log = new MemoryPartyLog(unitOfWork);
    private final MemoryProfileStore profiles = new MemoryProfileStore(unitOfWork);
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final PartyService parties = new PartyService(
            log, profiles, LibPhoneNumbers.in("JP"), Outbox.none(), unitOfWork, AccessPolicy.allowAll(), () -> now);
    private int keys;

    private IdempotencyKey key() {
        now = now.plusSeconds(60);
        return IdempotencyKey.of("k" + ++keys);
    }

    private PartyId registered(String id, String name, String mail) {
        parties.register(
                        key(),
                        PartyProfile.person(id, name)
                                .add(ContactPoint.of(ContactKind.EMAIL, mail))
                                .build(),
                        ME)
                .orElseThrow();
        return PartyId.of(id);
    }

    private void says(PartyId party, ConsentState state) {
        IdempotencyKey key = key();
        parties.consent(key, party, new ConsentStatement(NEWS, state, now, "form 1"), ME)
                .orElseThrow();
    }

    private PartyId merge(PartyId survivor, PartyId absorbed) {
        parties.merge(key(), survivor, absorbed, Survivorship.NEWEST, ME).orElseThrow();
        return survivor;
    }

    private boolean mayReach(PartyId party) {
        return parties.facts(party).mayReach(party, NEWS, now);
    }

    private void refused(String code, Outcome<PartyRecord> outcome) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    /** The lines of the package's description. */
    @Test
    void the_first_lines_of_an_embedder() {
        Actor me = ME;
        registered("P-0", "山田", "yamada@example.com");
        PartyProfile profile = PartyProfile.person("P-1", "山田 太郎")
                .add(ContactPoint.of(ContactKind.EMAIL, "taro@example.co.jp"))
                .build();
        parties.register(IdempotencyKey.of("new-1"), profile, me).orElseThrow();
        parties.merge(IdempotencyKey.of("merge-1"), PartyId.of("P-1"), PartyId.of("P-0"), Survivorship.NEWEST, me);
        PartyView view = parties.find(PartyId.of("P-0")).orElseThrow(); // the view of P-1

        assertThat(view.id()).isEqualTo(PartyId.of("P-1"));
        assertThat(view.ids()).containsExactly(PartyId.of("P-0"), PartyId.of("P-1"));
        assertThat(view.profile().orElseThrow().contactPoints()).hasSize(2);
        assertThat(view.toString()).doesNotContain("山田").doesNotContain("example");
    }

    @Test
    void a_merge_keeps_all_and_taking_it_back_restores_both() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        PartyId b = registered("B", "Anne", "anne@example.com");
        says(b, ConsentState.GRANTED);
        PartyView before = parties.find(a).orElseThrow();
        PartyView other = parties.find(b).orElseThrow();
        merge(a, b);
        assertThat(parties.find(b)).isEqualTo(parties.find(a));
        assertThat(parties.find(a).orElseThrow().profile().orElseThrow().name()).isEqualTo("Anne");
        assertThat(mayReach(a)).isTrue();
        assertThat(parties.facts(a).history(a)).hasSize(4);
        parties.unmerge(key(), b, ME).orElseThrow();
        assertThat(parties.find(a)).contains(before);
        assertThat(parties.find(b)).contains(other);
        assertThat(mayReach(a)).isFalse();
        assertThat(mayReach(b)).isTrue();
    }

    @Test
    void the_strictest_consent_wins_and_only_a_later_word_lifts_it() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        PartyId b = registered("B", "Anne", "anne@example.com");
        says(b, ConsentState.WITHDRAWN);
        says(a, ConsentState.GRANTED);
        assertThat(mayReach(a)).isTrue();
        merge(a, b);
        assertThat(mayReach(a)).isFalse();
        says(b, ConsentState.GRANTED);
        assertThat(mayReach(a)).isTrue();
        PartyId c = registered("C", "An", "an@example.com");
        merge(a, c);
        assertThat(mayReach(a)).isTrue();
        parties.unmerge(key(), c, ME).orElseThrow();
        assertThat(mayReach(a)).isTrue();
    }

    @Test
    void a_late_paper_does_not_revive_what_was_withdrawn_since() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        Instant lastYear = now.minusSeconds(90);
        says(a, ConsentState.WITHDRAWN);
        parties.consent(key(), a, new ConsentStatement(NEWS, ConsentState.GRANTED, lastYear, "old form"), ME)
                .orElseThrow();
        assertThat(mayReach(a)).isFalse();
        assertThat(parties.facts(a).statements(a, NEWS)).hasSize(2);
    }

    @Test
    void what_is_withdrawn_during_a_merge_is_withdrawn_for_both() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        PartyId b = registered("B", "Anne", "anne@example.com");
        says(a, ConsentState.GRANTED);
        says(b, ConsentState.GRANTED);
        merge(a, b);
        says(a, ConsentState.WITHDRAWN);
        parties.unmerge(key(), b, ME).orElseThrow();
        assertThat(mayReach(a)).isFalse();
        assertThat(mayReach(b)).isFalse();
    }

    @Test
    void impossible_merges_are_refused_and_change_nothing() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        PartyId b = registered("B", "Anne", "anne@example.com");
        PartyId c = registered("C", "An", "an@example.com");
        merge(a, b);
        long before = log.lastSequence();
        refused("party.merge-self", parties.merge(key(), a, a, Survivorship.NEWEST, ME));
        refused("party.merge-self", parties.merge(key(), b, a, Survivorship.NEWEST, ME));
        refused("party.merged-already", parties.merge(key(), c, b, Survivorship.NEWEST, ME));
        refused("party.unknown", parties.merge(key(), a, PartyId.of("X"), Survivorship.NEWEST, ME));
        refused("party.not-merged", parties.unmerge(key(), a, ME));
        assertThat(log.lastSequence()).isEqualTo(before);
        merge(c, a);
        assertThat(parties.find(b).orElseThrow().id()).isEqualTo(c);
    }

    @Test
    void a_key_is_one_command() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        registered("B", "Anne", "anne@example.com");
        IdempotencyKey key = key();
        PartyRecord first =
                parties.merge(key, a, PartyId.of("B"), Survivorship.NEWEST, ME).orElseThrow();
        assertThat(parties.merge(key, a, PartyId.of("B"), Survivorship.NEWEST, ME))
                .isEqualTo(Outcome.replayed(first));
        refused("party.key-reused", parties.merge(key, a, PartyId.of("B"), Survivorship.SURVIVOR, ME));
    }

    @Test
    void contact_points_that_cannot_exist_are_refused() {
        refused(
                "contact.phone-invalid",
                parties.register(
                        key(),
                        PartyProfile.person("A", "Ann")
                                .add(ContactPoint.of(ContactKind.PHONE, "03-12"))
                                .build(),
                        ME));
        assertThat(parties.find(PartyId.of("A"))).isEmpty();
        assertThat(profiles.find(PartyId.of("A"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a@b", "a b@c.de", "@c.de", "a@c..de", "a@@c.de"})
    void mail_addresses_look_like_some(String text) {
        assertThatThrownBy(() -> ContactPoint.of(ContactKind.EMAIL, text))
                .hasMessageContaining("contact.email-invalid")
                .hasMessageNotContaining(text + " ");
    }

    @Test
    void a_profile_is_amended_from_the_version_that_was_read() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        long version = parties.profile(a).orElseThrow().version();
        PartyProfile renamed = PartyProfile.person("A", "Ann Lee").build();
        parties.amend(key(), renamed, version, ME).orElseThrow();
        assertThatThrownBy(() -> parties.amend(key(), renamed, version, ME)).isInstanceOf(StaleVersionException.class);
        refused(
                "party.kind-changed",
                parties.amend(key(), PartyProfile.organisation("A", "Ann").build(), version + 1, ME));
        refused("party.exists", parties.register(key(), renamed, ME));
        refused(
                "party.unknown",
                parties.amend(key(), PartyProfile.person("X", "x").build(), 1, ME));
    }

    @Test
    void erasure_takes_what_is_personal_and_leaves_the_facts() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        PartyId b = registered("B", "Anne", "anne@example.com");
        says(a, ConsentState.GRANTED);
        merge(a, b);
        parties.erase(key(), b, ME).orElseThrow();
        assertThat(profiles.find(a)).isEmpty();
        assertThat(profiles.find(b)).isEmpty();
        assertThat(parties.find(a).orElseThrow().profile()).isEmpty();
        assertThat(parties.facts(a).statements(a, NEWS)).hasSize(1);
        refused("party.erased", parties.erase(key(), a, ME));
        refused("party.erased", parties.unmerge(key(), b, ME));
    }

    @Test
    void relations_have_their_days_and_follow_a_merge() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        PartyId b = registered("B", "Anne", "anne@example.com");
        PartyId firm = registered("F", "Firm", "firm@example.com");
        Relation works = new Relation(b, RelationType.of("works-at"), firm, DateRange.from(LocalDate.of(2025, 4, 1)));
        parties.relate(key(), works, ME).orElseThrow();
        refused("relation.unknown", parties.endRelation(key(), works, LocalDate.of(2025, 4, 1), ME));
        parties.endRelation(key(), works, LocalDate.of(2025, 10, 1), ME).orElseThrow();
        merge(a, b);
        assertThat(parties.facts(a).relations(a))
                .containsExactly(new Relation(
                        a,
                        RelationType.of("works-at"),
                        firm,
                        DateRange.of(LocalDate.of(2025, 4, 1), LocalDate.of(2025, 10, 1))));
        assertThatThrownBy(() -> new Relation(a, RelationType.of("x"), a, DateRange.all()))
                .hasMessageContaining("relation.self");
    }

    @Test
    void consent_cannot_be_of_the_future_and_silence_is_none() {
        PartyId a = registered("A", "Ann", "ann@example.com");
        assertThat(mayReach(a)).isFalse();
        refused(
                "consent.future",
                parties.consent(
                        key(), a, new ConsentStatement(NEWS, ConsentState.GRANTED, now.plusSeconds(1_000), "f"), ME));
    }

    @Test
    void who_may_not_is_told_so() {
        PartyService closed = new PartyService(
                log,
                profiles,
                LibPhoneNumbers.in("JP"),
                Outbox.none(),
                unitOfWork,
                (actor, permission) -> false,
                () -> now);
        refused("access.denied", closed.erase(key(), PartyId.of("A"), ME));
    }
}
