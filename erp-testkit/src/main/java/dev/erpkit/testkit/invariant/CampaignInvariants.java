package dev.erpkit.testkit.invariant;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.campaign.Attribution;
import dev.erpkit.crm.campaign.FrequencyCap;
import dev.erpkit.crm.campaign.JourneyEvent;
import dev.erpkit.crm.campaign.NotSent;
import dev.erpkit.crm.campaign.Segment;
import dev.erpkit.crm.campaign.SendFigures;
import dev.erpkit.crm.campaign.SendRecord;
import dev.erpkit.crm.campaign.SendRule;
import dev.erpkit.crm.campaign.TouchPath;
import dev.erpkit.crm.party.PartyFacts;
import java.time.Instant;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.SetIterable;

/** What holds of segments, messages, journeys and credit. */
public final class CampaignInvariants {
    private CampaignInvariants() {}

    /** The credit of all channels is the value of the paths that had a touch, and none is below zero. */
    public static ImmutableList<Finding> creditIsValue(Attribution attribution, ImmutableList<TouchPath> paths) {
        Rational value = paths.reject(path -> path.touches().isEmpty())
                .collect(TouchPath::value)
                .injectInto(Rational.ZERO, Rational::add);
        Rational credit = attribution.credits().injectInto(Rational.ZERO, Rational::add);
        MutableList<Finding> found = Lists.mutable.empty();
        if (!credit.equals(value)) {
            found.add(new Finding("credit-is-value", attribution.model().text(), credit + " of " + value));
        }
        attribution.credits().forEachKeyValue((channel, part) -> {
            if (part.signum() < 0) {
                found.add(new Finding("credit-is-not-negative", channel, part.toString()));
            }
        });
        return found.toImmutable();
    }

    /** Members are those of before, without those who left, with those who entered; nobody enters who is in. */
    public static <C> ImmutableList<Finding> membersFollow(
            Segment<C> segment,
            ImmutableList<C> customers,
            Function<? super C, PartyId> id,
            SetIterable<PartyId> before) {
        Segment.Change change = segment.change(customers, id, before);
        SetIterable<PartyId> after = change.applyTo(before);
        SetIterable<PartyId> wanted =
                customers.select(segment::contains).collect(id::apply).toSet();
        MutableList<Finding> found = Lists.mutable.empty();
        if (!after.equals(wanted)) {
            found.add(new Finding("members-follow", segment.name(), after + " instead of " + wanted));
        }
        change.entered()
                .select(come -> before.contains(come.party()))
                .forEach(come -> found.add(
                        new Finding("nobody-enters-twice", come.party().value(), "was in")));
        change.left()
                .select(gone -> gone.reasons().isEmpty())
                .forEach(gone -> found.add(
                        new Finding("who-left-has-a-reason", gone.party().value(), "has none")));
        Segment.Change again = segment.change(customers, id, after);
        if (again.entered().notEmpty() || again.left().notEmpty()) {
            found.add(new Finding("evaluation-is-idempotent", segment.name(), again.toString()));
        }
        return found.toImmutable();
    }

    /**
     * Nobody got more messages through a channel within a window than a cap of the rule allows, and none without consent at that
     * moment, and what was refused for want of consent had none; for messages that were all asked for under this rule.
     */
    public static ImmutableList<Finding> sentByTheRule(
            ImmutableList<SendRecord> records, SendRule rule, Function<PartyId, PartyFacts> parties) {
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<SendRecord> sent = records.select(SendRecord::sent);
        for (SendRecord fact : sent) {
            PartyId party = fact.message().party();
            ImmutableList<Instant> own = sent.select(
                            other -> other.message().party().equals(party) && other.sequence() <= fact.sequence())
                    .collect(SendRecord::recordedAt);
            for (FrequencyCap cap : rule.caps()) {
                Instant from = fact.recordedAt().minus(cap.window());
                int within = own.count(at -> at.isAfter(from));
                if (within > cap.most()) {
                    found.add(new Finding("sends-within-caps", party.value(), within + " within " + cap.window()));
                }
            }
            if (!parties.apply(party).mayReach(party, rule.scope(), fact.recordedAt())) {
                found.add(new Finding("no-send-without-consent", party.value(), "at " + fact.recordedAt()));
            }
        }
        SendFigures figures = SendFigures.of(records);
        if (figures.asked() != records.size()) {
            found.add(new Finding("sends-are-counted", "figures", figures + " of " + records.size()));
        }
        for (SendRecord fact : records.reject(SendRecord::sent)) {
            PartyId party = fact.message().party();
            boolean consented = parties.apply(party).mayReach(party, rule.scope(), fact.recordedAt());
            boolean lacked = fact.notSent().orElseThrow().reason() == NotSent.Reason.NO_CONSENT;
            if (consented == lacked) {
                found.add(new Finding("refused-for-a-reason", party.value(), "at " + fact.recordedAt()));
            }
        }
        return found.toImmutable();
    }

    /** Somebody on a journey moves forward in time, is let in before anything else happens, and nothing happens after the end. */
    public static ImmutableList<Finding> journeyIsInOrder(ImmutableList<JourneyEvent> history) {
        MutableList<Finding> found = Lists.mutable.empty();
        boolean on = false;
        Instant last = Instant.MIN;
        for (JourneyEvent event : history) {
            boolean enters = event instanceof JourneyEvent.Entered;
            if (enters == on || event.at().isBefore(last)) {
                found.add(new Finding("journey-is-in-order", event.party().value(), event.toString()));
            }
            on = !(event instanceof JourneyEvent.Ended);
            last = event.at();
        }
        return found.toImmutable();
    }
}
