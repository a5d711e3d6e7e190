package dev.erpkit.crm.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.activity.memory.MemoryActivityLog;
import dev.erpkit.crm.activity.memory.MemoryContentStore;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.PartyService;
import dev.erpkit.crm.party.Survivorship;
import dev.erpkit.crm.party.memory.MemoryPartyLog;
import dev.erpkit.crm.party.memory.MemoryProfileStore;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActivityServiceTest {
    private static final Actor ME = Actor.of("me");
    private static final Actor YOU = Actor.of("you");
    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final PartyId A = PartyId.of("A");
    private static final PartyId B = PartyId.of("B");

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;
    private final PartyService parties = new PartyService(
            new MemoryPartyLog(unitOfWork),
            new MemoryProfileStore(unitOfWork),
            LibPhoneNumbers.in("JP"),
            Outbox.none(),
            unitOfWork,
            AccessPolicy.allowAll(),
            clock);
    private final MemoryActivityLog log = new MemoryActivityLog(unitOfWork);
    private final MemoryContentStore contents = new MemoryContentStore(unitOfWork);
    private final ActivityService activities =
            new ActivityService(log, contents, parties::facts, unitOfWork, AccessPolicy.allowAll(), clock);
    private int keys;

    private IdempotencyKey key() {
        now = now.plusSeconds(60);
        return IdempotencyKey.of("k" + ++keys);
    }

    @BeforeEach
    void two_people() {
        parties.register(key(), PartyProfile.person("A", "Ann").build(), ME).orElseThrow();
        parties.register(key(), PartyProfile.person("B", "Anne").build(), ME).orElseThrow();
    }

    private Activity.Builder call(String id, PartyId party) {
        Activity.Builder activity = Activity.builder().id(id);
        activity.party(party)
                .channel(ActivityChannel.PHONE)
                .direction(Direction.IN)
                .at(now)
                .author(ME);
        activity.minutes(5);
        return activity;
    }

    private void refused(String code, Outcome<ActivityRecord> outcome) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    /** The lines of the package's description. */
    @Test
    void the_first_lines_of_an_embedder() {
        PartyId customer = A;
        Actor me = ME;
        LocalDate tomorrow = DAY;
        AccessPolicy access = AccessPolicy.allowAll();

        ActivityService activities = new ActivityService(log, contents, parties::facts, unitOfWork, access, clock);
        Activity call = Activity.builder()
                .id("A-1")
                .party(customer)
                .channel(ActivityChannel.PHONE)
                .direction(Direction.IN)
                .at(clock.instant())
                .author(me)
                .build();
        activities
                .log(IdempotencyKey.of("call-1"), call, "Asks for an offer", me)
                .orElseThrow();
        activities.plan(
                IdempotencyKey.of("next-1"), new NextAction(ActionId.of("N-1"), customer, "offer", tomorrow, me), me);
        Timeline timeline = activities.timeline(customer);

        assertThat(timeline.activities(customer)).containsExactly(call);
        assertThat(timeline.open(me, tomorrow)).hasSize(1);
        assertThat(activities.content(call.id())).contains("Asks for an offer");
    }

    @Test
    void a_merge_and_a_change_of_hands_lose_nothing() {
        activities.log(key(), call("1", A).build(), "x", ME).orElseThrow();
        activities
                .log(key(), call("2", B).mentions(Lists.immutable.of(YOU)).build(), "y", ME)
                .orElseThrow();
        activities
                .plan(key(), new NextAction(ActionId.of("n"), B, "offer", DAY, ME), ME)
                .orElseThrow();
        activities.reassign(key(), B, ActionId.of("n"), YOU, ME).orElseThrow();
        parties.merge(key(), A, B, Survivorship.NEWEST, ME).orElseThrow();
        Timeline merged = activities.timeline(B);
        assertThat(merged.activities(A).collect(Activity::id)).containsExactly(ActivityId.of("1"), ActivityId.of("2"));
        assertThat(merged.activities(B)).isEmpty();
        assertThat(merged.actions(A)).hasSize(1);
        assertThat(merged.open(YOU, DAY)).hasSize(1);
        assertThat(merged.open(ME, DAY)).isEmpty();
        assertThat(merged.mentions(YOU)).hasSize(1);
        parties.unmerge(key(), B, ME).orElseThrow();
        assertThat(activities.timeline(B).activities(B)).hasSize(1);
    }

    @Test
    void answers_make_a_thread() {
        activities.log(key(), call("1", A).build(), "x", ME).orElseThrow();
        activities
                .log(key(), call("2", A).replyTo(ActivityId.of("1")).build(), "y", ME)
                .orElseThrow();
        activities
                .log(key(), call("3", A).replyTo(ActivityId.of("2")).build(), "z", ME)
                .orElseThrow();
        activities.log(key(), call("4", A).build(), "other", ME).orElseThrow();
        assertThat(activities.timeline(A).thread(ActivityId.of("2")).collect(a -> a.id().value()))
                .containsExactly("1", "2", "3");
        refused(
                "activity.reply-unknown",
                activities.log(key(), call("5", B).replyTo(ActivityId.of("1")).build(), "x", ME));
    }

    @Test
    void erasure_keeps_the_figures() {
        activities.log(key(), call("1", A).build(), "secret", ME).orElseThrow();
        activities.log(key(), call("2", A).build(), "secret", ME).orElseThrow();
        Timeline before = activities.timeline(A);
        activities.erase(key(), A, ME).orElseThrow();
        assertThat(activities.content(ActivityId.of("1"))).isEmpty();
        assertThat(activities.timeline(A).figures(A)).isEqualTo(before.figures(A));
        assertThat(before.figures(A).get(ActivityChannel.PHONE)).isEqualTo(new Timeline.Figures(2, 10));
    }

    @Test
    void what_is_wrong_is_refused_and_changes_nothing() {
        IdempotencyKey key = key();
        activities.log(key, call("1", A).build(), "x", ME).orElseThrow();
        activities
                .plan(key(), new NextAction(ActionId.of("n"), A, "offer", DAY, ME), ME)
                .orElseThrow();
        activities
                .complete(key(), A, ActionId.of("n"), Optional.of(ActivityId.of("1")), ME)
                .orElseThrow();
        long before = log.lastSequence();
        refused("activity.exists", activities.log(key(), call("1", A).build(), "x", ME));
        refused("activity.key-reused", activities.log(key, call("1", A).build(), "other", ME));
        refused(
                "activity.party-unknown",
                activities.log(key(), call("9", PartyId.of("X")).build(), "x", ME));
        refused("action.exists", activities.plan(key(), new NextAction(ActionId.of("n"), A, "x", DAY, ME), ME));
        refused("action.unknown", activities.complete(key(), B, ActionId.of("n"), Optional.empty(), ME));
        refused("action.done", activities.reassign(key(), A, ActionId.of("n"), YOU, ME));
        assertThat(log.lastSequence()).isEqualTo(before);
        assertThat(contents.find(ActivityId.of("9"))).isEmpty();
        assertThatThrownBy(() -> call("9", A).minutes(-1).build()).hasMessageContaining("activity.minutes");
    }
}
