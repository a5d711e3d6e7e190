package dev.erpkit.crm.campaign;

import dev.erpkit.core.event.FactRecorded;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.campaign.port.SendLog;
import dev.erpkit.crm.party.PartyFacts;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Claims messages before they are sent. Consent, caps and quiet hours are looked at in the unit of work that claims, so that
 * nothing can change in between; messages under any id of a person count together. What one of these refuses is recorded with its
 * reason and counts among the {@link #figures} of the campaign. The same key with the same content gives the first answer again:
 * the record as a replay, so that a host which repeats a command knows not to send twice, or the same refusal; another try, such
 * as when quiet hours are over, takes another key. With other content {@code campaign.key-reused}.
 *
 * <p>Permission: {@code campaign.send} with the campaign as scope; {@code access.denied} otherwise.
 */
public final class CampaignService {
    private final SendLog log;
    private final Function<PartyId, PartyFacts> parties;
    private final Outbox outbox;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /**
     * A service over a host's ports.
     *
     * @param parties the facts about a party, such as {@code PartyService::facts}
     * @param outbox takes {@code campaign.sent} for each message that was claimed
     */
    public CampaignService(
            SendLog log,
            Function<PartyId, PartyFacts> parties,
            Outbox outbox,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this.log = log;
        this.parties = parties;
        this.outbox = outbox;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Claims a message that the host then sends.
     *
     * @param zone where the person lives
     * @return the record, or why it must not be sent now, which is recorded too: see {@link SendRule#decide}
     */
    public Outcome<SendRecord> claim(IdempotencyKey key, Message message, SendRule rule, ZoneId zone, Actor actor) {
        Permission permission = new Permission("campaign.send", message.campaign());
        if (!access.allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        Digest fingerprint = Digest.ofText("campaign:v1\n" + message.campaign() + "\n" + message.template() + "\n"
                + message.party() + "\n" + rule.scope());
        return unitOfWork.execute(() -> {
            Optional<SendRecord> earlier = log.find(key);
            if (earlier.isPresent()) {
                return earlier.get().fingerprint().equals(fingerprint)
                        ? again(earlier.get())
                        : Outcome.refused(CampaignRefusals.keyReused(key));
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            PartyFacts facts = parties.apply(message.party());
            boolean consented = !facts.isErased(message.party()) && facts.mayReach(message.party(), rule.scope(), now);
            Optional<Refusal> refusal = rule.decide(
                            message.party(), consented, sent(facts, message.party(), rule), now, zone)
                    .refusal();
            SendRecord fact = new SendRecord(
                    log.lastSequence() + 1,
                    key,
                    fingerprint,
                    now,
                    actor,
                    message,
                    rule.scope(),
                    refusal.flatMap(NotSent::of));
            append(fact);
            return refusal.map(Outcome::<SendRecord>refused).orElseGet(() -> Outcome.accepted(fact));
        });
    }

    private static Outcome<SendRecord> again(SendRecord earlier) {
        return earlier.refusal().map(Outcome::<SendRecord>refused).orElseGet(() -> Outcome.replayed(earlier));
    }

    /** How the messages of a campaign fared so far, those that were not sent with their reasons. */
    public SendFigures figures(String campaign) {
        MutableList<SendRecord> own = Lists.mutable.empty();
        log.forEach(0, fact -> {
            if (fact.message().campaign().equals(campaign)) {
                own.add(fact);
            }
        });
        return SendFigures.of(own.toImmutable());
    }

    /** When the person behind an id was sent something through a channel, whatever for. */
    private ImmutableList<Instant> sent(PartyFacts facts, PartyId party, SendRule rule) {
        MutableList<Instant> sent = Lists.mutable.empty();
        facts.aliases()
                .sameAs(party)
                .forEach(id -> log.forEachOf(id, fact -> {
                    if (fact.sent() && fact.scope().channel() == rule.scope().channel()) {
                        sent.add(fact.recordedAt());
                    }
                }));
        return sent.toImmutable();
    }

    private void append(SendRecord fact) {
        log.append(fact);
        if (fact.sent()) {
            outbox.add(
                    new FactRecorded("campaign.sent", fact.message().campaign(), fact.sequence(), fact.recordedAt()));
        }
    }
}
