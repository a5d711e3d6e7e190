package dev.erpkit.crm.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.campaign.JourneyStep.Act;
import dev.erpkit.crm.campaign.JourneyStep.Decide;
import dev.erpkit.crm.campaign.JourneyStep.End;
import dev.erpkit.crm.campaign.JourneyStep.Pause;
import dev.erpkit.crm.campaign.memory.MemorySendLog;
import dev.erpkit.crm.party.ConsentScope;
import dev.erpkit.crm.party.ConsentState;
import dev.erpkit.crm.party.ConsentStatement;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.crm.party.PartyProfile;
import dev.erpkit.crm.party.PartyService;
import dev.erpkit.crm.party.Survivorship;
import dev.erpkit.crm.party.memory.MemoryPartyLog;
import dev.erpkit.crm.party.memory.MemoryProfileStore;
import dev.erpkit.crm.party.phone.LibPhoneNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignTest {
    private static final Actor ME = Actor.of("me");
    private static final PartyId A = PartyId.of("A");
    private static final PartyId B = PartyId.of("B");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Instant NOON = Instant.parse("2026-03-01T03:00:00Z");
    private static final ConsentScope NEWS = new ConsentScope(ContactKind.EMAIL, "newsletter");

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private Instant now = NOON;
    private final InstantSource clock = () -> now;
    private final PartyService parties = new PartyService(
            new MemoryPartyLog(unitOfWork),
            new MemoryProfileStore(unitOfWork),
            LibPhoneNumbers.in("JP"),
            Outbox.none(),
            unitOfWork,
            AccessPolicy.allowAll(),
            clock);
    private final MemoryOutbox outbox = new MemoryOutbox(unitOfWork);
    private final MemorySendLog log = new MemorySendLog(unitOfWork);
    private final CampaignService campaigns =
            new CampaignService(log, parties::facts, outbox, unitOfWork, AccessPolicy.allowAll(), clock);
    private int keys;

    private IdempotencyKey key() {
        return IdempotencyKey.of("k" + ++keys);
    }

    private void register(PartyId party, ConsentState state) {
        parties.register(key(), PartyProfile.person(party.value(), "Ann").build(), ME)
                .orElseThrow();
        parties.consent(key(), party, new ConsentStatement(NEWS, state, now, "form"), ME)
                .orElseThrow();
    }

    private static SendRule rule() {
        return SendRule.builder()
                .scope(NEWS)
                .add(new FrequencyCap(2, Duration.ofDays(7)))
                .quiet(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)))
                .build();
    }

    private Outcome<SendRecord> claim(PartyId party) {
        return campaigns.claim(key(), new Message("spring", "welcome", party), rule(), TOKYO, ME);
    }

    private static void refused(String code, Outcome<?> outcome) {
        assertThat(outcome.refusal().orElseThrow().code().value()).isEqualTo(code);
    }

    /** The lines of the package's description. */
    @Test
    void the_first_lines_of_an_embedder() {
        register(A, ConsentState.GRANTED);
        PartyId customer = A;
        Actor me = ME;
        AccessPolicy access = AccessPolicy.allowAll();

        CampaignService campaigns = new CampaignService(log, parties::facts, outbox, unitOfWork, access, clock);
        SendRule rule = SendRule.builder()
                .scope(new ConsentScope(ContactKind.EMAIL, "newsletter"))
                .add(new FrequencyCap(2, Duration.ofDays(7)))
                .quiet(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)))
                .build();
        Outcome<SendRecord> claimed = campaigns.claim(
                IdempotencyKey.of("spring-1"),
                new Message("spring", "welcome", customer),
                rule,
                ZoneId.of("Asia/Tokyo"),
                me);

        assertThat(claimed.isAccepted()).isTrue();
    }

    @Test
    void nobody_is_sent_anything_without_consent_at_that_moment() {
        register(A, ConsentState.GRANTED);
        claim(A).orElseThrow();
        now = now.plusSeconds(1);
        parties.consent(key(), A, new ConsentStatement(NEWS, ConsentState.WITHDRAWN, now, "call"), ME)
                .orElseThrow();
        refused("campaign.no-consent", claim(A));
        refused("campaign.no-consent", claim(PartyId.of("unknown")));
        assertThat(campaigns.figures("spring").sent()).isEqualTo(1);
        assertThat(campaigns.figures("spring").notSent().castToSortedMap())
                .containsExactly(Map.entry(NotSent.Reason.NO_CONSENT, 2L));
        assertThat(campaigns.figures("autumn").asked()).isZero();
    }

    @Test
    void a_refusal_is_a_fact_told_again_and_another_key_tries_again() {
        register(A, ConsentState.GRANTED);
        now = Instant.parse("2026-03-01T12:00:00Z");
        IdempotencyKey key = key();
        Message message = new Message("spring", "welcome", A);
        Outcome<SendRecord> first = campaigns.claim(key, message, rule(), TOKYO, ME);
        refused("campaign.quiet-hours", first);
        now = Instant.parse("2026-03-01T23:00:00Z");
        assertThat(campaigns.claim(key, message, rule(), TOKYO, ME)).isEqualTo(first);
        assertThat(log.find(key).orElseThrow().notSent())
                .contains(new NotSent(NotSent.Reason.QUIET_HOURS, Optional.of(now)));
        claim(A).orElseThrow();
        claim(A).orElseThrow();
        refused("campaign.cap-reached", claim(A));
        SendFigures figures = campaigns.figures("spring");
        assertThat(figures.sent()).isEqualTo(2);
        assertThat(figures.notSent().castToSortedMap())
                .containsExactly(Map.entry(NotSent.Reason.QUIET_HOURS, 1L), Map.entry(NotSent.Reason.CAP_REACHED, 1L));
        assertThat(outbox.events()).hasSize(2);
    }

    @Test
    void who_may_not_send_leaves_no_fact() {
        register(A, ConsentState.GRANTED);
        CampaignService denied =
                new CampaignService(log, parties::facts, outbox, unitOfWork, (actor, permission) -> false, clock);
        refused("access.denied", denied.claim(key(), new Message("spring", "welcome", A), rule(), TOKYO, ME));
        assertThat(log.lastSequence()).isZero();
    }

    @Test
    void a_cap_counts_all_ids_of_a_person_and_says_until_when() {
        register(A, ConsentState.GRANTED);
        register(B, ConsentState.GRANTED);
        claim(A).orElseThrow();
        now = now.plus(Duration.ofDays(1));
        claim(B).orElseThrow();
        parties.merge(key(), A, B, Survivorship.NEWEST, ME).orElseThrow();
        now = now.plus(Duration.ofDays(1));
        Outcome<SendRecord> third = claim(A);
        refused("campaign.cap-reached", third);
        assertThat(third.refusal().orElseThrow().facts().get("until")).isEqualTo("2026-03-08T03:00:00Z");
        now = NOON.plus(Duration.ofDays(7));
        claim(A).orElseThrow();
    }

    @Test
    void a_claim_is_made_once() {
        register(A, ConsentState.GRANTED);
        IdempotencyKey key = key();
        SendRecord first = campaigns
                .claim(key, new Message("spring", "welcome", A), rule(), TOKYO, ME)
                .orElseThrow();
        assertThat(campaigns.claim(key, new Message("spring", "welcome", A), rule(), TOKYO, ME))
                .isEqualTo(Outcome.replayed(first));
        refused("campaign.key-reused", campaigns.claim(key, new Message("spring", "other", A), rule(), TOKYO, ME));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T11:59:59Z, ''", "2026-03-01T12:00:00Z, 2026-03-01T23:00:00Z",
        "2026-03-01T22:59:59Z, 2026-03-01T23:00:00Z", "2026-03-01T23:00:00Z, ''"
    })
    void quiet_hours_pass_midnight_in_the_zone_of_the_person(Instant moment, String end) {
        assertThat(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0))
                        .endOf(moment, TOKYO)
                        .map(Instant::toString)
                        .orElse(""))
                .isEqualTo(end);
    }

    @Test
    void quiet_hours_end_after_the_moment_also_when_clocks_change() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        QuietHours hours = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));
        // 2026-10-25: 02:45 summer time is outside; 02:15 winter time, half an hour later, is inside again
        assertThat(hours.endOf(Instant.parse("2026-10-25T00:45:00Z"), berlin)).isEmpty();
        assertThat(hours.endOf(Instant.parse("2026-10-25T01:15:00Z"), berlin))
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
                .hasMessageContaining("campaign.quiet-hours-form");
    }

    @Test
    void where_a_cap_ends_in_the_night_the_morning_is_told() {
        Instant evening = Instant.parse("2026-03-01T11:30:00Z");
        SendRule rule = SendRule.builder()
                .scope(NEWS)
                .add(new FrequencyCap(1, Duration.ofHours(1)))
                .quiet(new QuietHours(LocalTime.of(21, 0), LocalTime.of(8, 0)))
                .build();
        Outcome<Instant> decided = rule.decide(A, true, Lists.immutable.of(evening.minusSeconds(60)), evening, TOKYO);
        assertThat(decided.refusal().orElseThrow().facts().get("until")).isEqualTo("2026-03-01T23:00:00Z");
        refused(
                "campaign.quiet-hours",
                rule.decide(A, true, Lists.immutable.empty(), Instant.parse("2026-03-01T13:00:00Z"), TOKYO));
        assertThatThrownBy(() -> new FrequencyCap(0, Duration.ofDays(1))).hasMessageContaining("campaign.cap");
    }

    private record Customer(PartyId id, int orders) {}

    @Test
    void a_segment_says_who_came_and_went_and_why() {
        Segment<Customer> buyers = new Segment<>(
                "buyers",
                customer -> Facts.of("orders", FactValue.of(customer.orders())),
                Lists.immutable.of(
                        new Criterion("bought", Condition.atLeast("orders", FactValue.of(1))),
                        new Criterion("no-reseller", Condition.below("orders", FactValue.of(100)))));
        ImmutableList<Customer> now = Lists.immutable.of(
                new Customer(PartyId.of("new"), 1),
                new Customer(PartyId.of("stays"), 2),
                new Customer(PartyId.of("grown"), 100),
                new Customer(PartyId.of("never"), 0));
        Segment.Change change = buyers.change(
                now, Customer::id, Sets.immutable.of(PartyId.of("stays"), PartyId.of("grown"), PartyId.of("gone")));
        assertThat(change.entered())
                .containsExactly(new Segment.Reasoned(PartyId.of("new"), Lists.immutable.of("bought", "no-reseller")));
        assertThat(change.left())
                .containsExactly(
                        new Segment.Reasoned(PartyId.of("gone"), Lists.immutable.of(Segment.Change.GONE)),
                        new Segment.Reasoned(PartyId.of("grown"), Lists.immutable.of("no-reseller")));
        assertThat(buyers.change(now, Customer::id, Sets.immutable.of(PartyId.of("new"), PartyId.of("stays"))))
                .isEqualTo(new Segment.Change(Lists.immutable.empty(), Lists.immutable.empty()));
        assertThat(buyers.explain(new Customer(PartyId.of("grown"), 100)).render())
                .isEqualTo("""
                segment buyers = out
                  bought = YES
                    orders >= 1 = YES  {orders=100}
                  no-reseller = NO
                    orders < 100 = NO  {orders=100}
                """);
    }

    @Test
    void what_is_not_known_of_a_customer_puts_nobody_in_a_segment() {
        Segment<String> rich = new Segment<>(
                "rich",
                customer -> Facts.none(),
                Lists.immutable.of(new Criterion("not poor", Condition.not(Condition.below("x", FactValue.of(1))))));
        assertThat(rich.contains("somebody")).isFalse();
        assertThat(rich.missing("somebody")).containsExactly("not poor");
    }

    @Test
    void who_sees_which_arm_never_changes() {
        SplitTest test = new SplitTest(
                "subject", Lists.immutable.of(new SplitTest.Arm("short", 3), new SplitTest.Arm("long", 1)));
        int shorts = 0;
        for (int i = 0; i < 4000; i++) {
            PartyId party = PartyId.of("P" + i);
            assertThat(test.arm(party)).isEqualTo(test.arm(party));
            shorts += test.arm(party).equals("short") ? 1 : 0;
        }
        assertThat(shorts).isBetween(2900, 3100);
        assertThatThrownBy(() -> new SplitTest("x", Lists.immutable.empty())).hasMessageContaining("campaign.arms");
    }

    private static JourneyPlan plan(Reentry reentry) {
        ImmutableMap<String, JourneyStep> steps = Maps.immutable.of(
                "welcome", new Act("hello", "week"),
                "week", new Pause(Duration.ofDays(7), "bought?"),
                "bought?", new Decide("bought", "end", "welcome"),
                "end", new End());
        return new JourneyPlan("spring", "welcome", steps, reentry);
    }

    private static ImmutableList<JourneyEvent> enter(JourneyPlan plan, ImmutableList<JourneyEvent> history, int time) {
        return history.newWithAll(plan.enter(A, history, time, NOON.plus(Duration.ofDays(100L * time)))
                .orElseThrow());
    }

    /** The first greeting goes out; a week later the person has withdrawn, and the journey goes on without it. */
    @Test
    void what_is_withheld_on_a_journey_is_part_of_its_history() {
        register(A, ConsentState.GRANTED);
        JourneyPlan plan = plan(new Reentry.Once());
        ImmutableList<JourneyEvent> history =
                plan.enter(A, Lists.immutable.empty(), 1, now).orElseThrow();
        history = history.newWithAll(plan.advance(history, c -> false, this::send, now));
        assertThat(history.selectInstancesOf(JourneyEvent.Withheld.class)).isEmpty();
        now = now.plus(Duration.ofDays(7));
        parties.consent(key(), A, new ConsentStatement(NEWS, ConsentState.WITHDRAWN, now, "call"), ME)
                .orElseThrow();
        ImmutableList<JourneyEvent> events = plan.advance(history, c -> false, this::send, now);
        assertThat(events.selectInstancesOf(JourneyEvent.Withheld.class))
                .containsExactly(new JourneyEvent.Withheld(
                        A, "welcome", "hello", new NotSent(NotSent.Reason.NO_CONSENT, Optional.empty()), now));
        assertThat(plan.advance(history, c -> false, this::send, now)).isEqualTo(events);
        assertThat(events.reject(event -> event instanceof JourneyEvent.Withheld))
                .isEqualTo(plan.advance(history, c -> false, now));
        assertThat(campaigns.figures("spring"))
                .isEqualTo(new SendFigures(1, SortedMaps.immutable.of(NotSent.Reason.NO_CONSENT, 1L)));
    }

    private Optional<NotSent> send(JourneyEvent.Acted act) {
        IdempotencyKey key = IdempotencyKey.of("spring/" + act.party() + "/" + act.step() + "/" + act.at());
        return campaigns
                .claim(key, new Message("spring", act.template(), act.party()), rule(), TOKYO, ME)
                .refusal()
                .flatMap(NotSent::of);
    }

    @Test
    void somebody_gets_as_far_however_often_they_are_moved() {
        JourneyPlan plan = plan(new Reentry.Once());
        Instant later = NOON.plus(Duration.ofDays(120));
        ImmutableList<JourneyEvent> start = enter(plan, Lists.immutable.empty(), 1);
        ImmutableList<JourneyEvent> atOnce = start.newWithAll(plan.advance(start, c -> false, later));
        ImmutableList<JourneyEvent> daily = start;
        for (Instant day = NOON; !day.isAfter(later); day = day.plus(Duration.ofDays(1))) {
            daily = daily.newWithAll(plan.advance(daily, c -> false, day));
        }
        assertThat(daily).isEqualTo(atOnce);
        assertThat(atOnce.selectInstancesOf(JourneyEvent.Acted.class).collect(JourneyEvent.Acted::at))
                .hasSize(3)
                .contains(NOON.plus(Duration.ofDays(107)));
        ImmutableList<JourneyEvent> bought =
                plan.advance(atOnce, c -> c.equals("bought"), NOON.plus(Duration.ofDays(200)));
        assertThat(bought.getLast()).isInstanceOf(JourneyEvent.Ended.class);
        assertThat(plan.advance(atOnce.newWithAll(bought), c -> false, Instant.MAX))
                .isEmpty();
    }

    @Test
    void whether_somebody_may_come_again_is_data() {
        for (Reentry reentry : Lists.immutable.of(
                new Reentry.Once(), new Reentry.PerMembership(), new Reentry.After(Duration.ofDays(150)))) {
            JourneyPlan plan = plan(reentry);
            ImmutableList<JourneyEvent> history = enter(plan, Lists.immutable.empty(), 1);
            refused("journey.reentry", plan.enter(A, history, 2, NOON.plus(Duration.ofDays(900))));
            history = history.newWithAll(plan.advance(history, c -> true, NOON.plus(Duration.ofDays(110))));
            boolean same =
                    plan.enter(A, history, 1, NOON.plus(Duration.ofDays(200))).isAccepted();
            boolean again =
                    plan.enter(A, history, 2, NOON.plus(Duration.ofDays(200))).isAccepted();
            boolean late =
                    plan.enter(A, history, 1, NOON.plus(Duration.ofDays(250))).isAccepted();
            assertThat(same).isFalse();
            assertThat(again).isEqualTo(reentry instanceof Reentry.PerMembership);
            assertThat(late).isEqualTo(reentry instanceof Reentry.After);
        }
        assertThatThrownBy(() -> new Reentry.After(Duration.ZERO)).hasMessageContaining("journey.pause");
    }

    @Test
    void a_journey_names_its_steps_and_rests_on_every_way_round() {
        assertThatThrownBy(
                        () -> new JourneyPlan("x", "a", Maps.immutable.of("a", new Act("t", "b")), new Reentry.Once()))
                .hasMessageContaining("journey.unknown-step");
        assertThatThrownBy(() -> new JourneyPlan(
                        "x",
                        "a",
                        Maps.immutable.of("a", new Act("t", "b"), "b", new Pause(Duration.ZERO, "a")),
                        new Reentry.Once()))
                .hasMessageContaining("journey.endless");
    }
}
