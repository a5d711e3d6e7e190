package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.condition.Condition;
import dev.erpkit.core.condition.FactValue;
import dev.erpkit.core.condition.Facts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.campaign.Attribution;
import dev.erpkit.crm.campaign.AttributionModel;
import dev.erpkit.crm.campaign.Criterion;
import dev.erpkit.crm.campaign.FrequencyCap;
import dev.erpkit.crm.campaign.JourneyEvent;
import dev.erpkit.crm.campaign.JourneyPlan;
import dev.erpkit.crm.campaign.MarkovChain;
import dev.erpkit.crm.campaign.QuietHours;
import dev.erpkit.crm.campaign.Segment;
import dev.erpkit.crm.campaign.SendRule;
import dev.erpkit.crm.campaign.TouchPath;
import dev.erpkit.crm.campaign.TouchPath.Touch;
import dev.erpkit.crm.party.ConsentScope;
import dev.erpkit.crm.party.ContactKind;
import dev.erpkit.testkit.generate.CampaignArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Reference section 3, campaign. */
class CampaignInvariantProperties {
    private static final PartyId A = PartyId.of("A");
    private static final Instant START = Instant.parse("2026-03-28T12:00:00Z");
    private static final ImmutableList<AttributionModel> MODELS = Lists.immutable.of(
            new AttributionModel.First(),
            new AttributionModel.Last(),
            new AttributionModel.LastOther("direct"),
            new AttributionModel.Linear(),
            new AttributionModel.TimeDecay(Rational.of(7)),
            AttributionModel.position(),
            new AttributionModel.Position(Rational.ONE, Rational.ZERO),
            new AttributionModel.Markov(),
            new AttributionModel.Shapley());

    @Provide
    Arbitrary<ImmutableList<TouchPath>> paths() {
        return CampaignArbitraries.paths();
    }

    @Provide
    Arbitrary<JourneyPlan> journeys() {
        return CampaignArbitraries.journeys();
    }

    @Property(tries = 150)
    void credit_is_the_value_by_every_rule(@ForAll("paths") ImmutableList<TouchPath> paths) {
        for (AttributionModel model : MODELS) {
            Attribution attribution = Attribution.of(model, paths);
            assertThat(CampaignInvariants.creditIsValue(attribution, paths)).isEmpty();
        }
        assertThat(MarkovChain.of(paths).removalEffects().toList())
                .allMatch(effect -> effect.signum() >= 0 && effect.compareTo(Rational.ONE) <= 0);
    }

    /** Channels that stand alike on every path are credited alike; one on no path gets nothing. */
    @Property(tries = 100)
    void shapley_is_fair(@ForAll("paths") ImmutableList<TouchPath> paths) {
        ImmutableList<TouchPath> twins = paths.collect(path -> new TouchPath(
                path.touches()
                        .flatCollect(touch -> touch.channel().equals("ads")
                                ? Lists.immutable.of(touch, new Touch("twin", touch.daysBefore()))
                                : Lists.immutable.of(touch)),
                path.value(),
                path.conversions(),
                path.lost()));
        Attribution attribution = Attribution.of(new AttributionModel.Shapley(), twins);
        assertThat(attribution.credit("twin")).isEqualTo(attribution.credit("ads"));
        assertThat(attribution.credit("nobody")).isEqualTo(Rational.ZERO);
    }

    @Property
    void members_follow_what_is_known(
            @ForAll @Size(max = 12) Set<@IntRange(max = 20) Integer> known,
            @ForAll @Size(max = 12) Set<@IntRange(max = 20) Integer> members) {
        Segment<Integer> segment = new Segment<>(
                "segment",
                n -> Facts.of("even", FactValue.of(n % 2 == 0)).with("n", FactValue.of(n)),
                Lists.immutable.of(
                        new Criterion("even", Condition.is("even", FactValue.of(true))),
                        new Criterion("small", Condition.below("n", FactValue.of(15)))));
        assertThat(CampaignInvariants.membersFollow(
                        segment,
                        Lists.immutable.withAll(known),
                        n -> PartyId.of("P" + n),
                        Sets.immutable.withAll(members).collect(n -> PartyId.of("P" + n))))
                .isEmpty();
    }

    /** Whenever it refuses for now it says when it will not, and it is right, over a change of clocks too. */
    @Property
    void a_refusal_for_now_says_until_when(
            @ForAll @Size(max = 6) List<@IntRange(max = 400) Integer> sentBefore,
            @ForAll @IntRange(max = 4000) int minute,
            @ForAll @IntRange(max = 23) int from,
            @ForAll @IntRange(max = 23) int until) {
        SendRule.Builder rule = SendRule.builder().scope(new ConsentScope(ContactKind.EMAIL, "news"));
        rule.add(new FrequencyCap(1, Duration.ofMinutes(90))).add(new FrequencyCap(3, Duration.ofHours(5)));
        if (from != until) {
            rule.quiet(new QuietHours(LocalTime.of(from, 0), LocalTime.of(until, 30)));
        }
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Instant now = START.plus(Duration.ofMinutes(minute));
        ImmutableList<Instant> sent =
                Lists.immutable.withAll(sentBefore).collect(before -> now.minus(Duration.ofMinutes(before)));
        Outcome<Instant> decided = rule.build().decide(A, true, sent, now, zone);
        assertThat(rule.build().decide(A, false, sent, now, zone).isAccepted()).isFalse();
        decided.refusal().ifPresent(refusal -> {
            Instant later = Instant.parse(refusal.facts().get("until"));
            assertThat(later).isAfter(now);
            assertThat(rule.build().decide(A, true, sent, later, zone)).isEqualTo(Outcome.accepted(later));
            assertThat(rule.build()
                            .decide(A, true, sent, later.minusNanos(1), zone)
                            .isAccepted())
                    .isFalse();
        });
    }

    @Property
    void a_journey_does_not_depend_on_how_often_it_is_moved(
            @ForAll("journeys") JourneyPlan plan, @ForAll @Size(max = 6) List<@IntRange(max = 9) Integer> days) {
        ImmutableList<JourneyEvent> start =
                plan.enter(A, Lists.immutable.empty(), 1, START).orElseThrow();
        ImmutableList<JourneyEvent> moved = start;
        Instant now = START;
        for (int pause : days) {
            now = now.plus(Duration.ofDays(pause));
            moved = moved.newWithAll(plan.advance(moved, criterion -> criterion.equals("c1"), now));
        }
        moved = moved.newWithAll(plan.advance(moved, criterion -> criterion.equals("c1"), now));
        ImmutableList<JourneyEvent> atOnce =
                start.newWithAll(plan.advance(start, criterion -> criterion.equals("c1"), now));
        assertThat(moved).isEqualTo(atOnce);
        assertThat(CampaignInvariants.journeyIsInOrder(moved)).isEmpty();
    }

    /** Broken figures are seen: the finders can fail. */
    @Test
    void what_breaks_the_rules_is_found() {
        ImmutableList<TouchPath> paths = Lists.immutable.of(TouchPath.of(Lists.immutable.of("a"), 2, 0));
        Attribution other = Attribution.of(
                new AttributionModel.First(), Lists.immutable.of(TouchPath.of(Lists.immutable.of("a"), 1, 0)));
        assertThat(CampaignInvariants.creditIsValue(other, paths)).hasSize(1);
        assertThat(CampaignInvariants.journeyIsInOrder(
                        Lists.immutable.of(new JourneyEvent.Ended(A, START), new JourneyEvent.Ended(A, START))))
                .hasSize(2);
    }
}
