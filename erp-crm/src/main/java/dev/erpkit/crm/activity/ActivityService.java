package dev.erpkit.crm.activity;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.security.Permission;
import dev.erpkit.core.value.Digest;
import dev.erpkit.crm.activity.port.ActivityLog;
import dev.erpkit.crm.activity.port.ContentStore;
import dev.erpkit.crm.party.PartyFacts;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * What was said with parties and what is to be done for them. Every command is one unit of work; the same key with the same
 * content gives the first record again, with other content {@code activity.key-reused}. A refused command has changed nothing.
 *
 * <p>Permissions: {@code activity.log} and {@code activity.erase}, with scope {@code *}; {@code access.denied} otherwise.
 */
public final class ActivityService {
    private final ActivityLog log;
    private final ContentStore contents;
    private final Function<PartyId, PartyFacts> parties;
    private final UnitOfWork unitOfWork;
    private final AccessPolicy access;
    private final InstantSource clock;

    /**
     * A service over a host's ports.
     *
     * @param parties the facts about a party, such as {@code PartyService::facts}
     */
    public ActivityService(
            ActivityLog log,
            ContentStore contents,
            Function<PartyId, PartyFacts> parties,
            UnitOfWork unitOfWork,
            AccessPolicy access,
            InstantSource clock) {
        this.log = log;
        this.contents = contents;
        this.parties = parties;
        this.unitOfWork = unitOfWork;
        this.access = access;
        this.clock = clock;
    }

    /** What happened with the party behind an id, and what is to be done for it. */
    public Timeline timeline(PartyId party) {
        return unitOfWork.execute(() -> {
            PartyFacts facts = parties.apply(party);
            MutableMap<Long, ActivityRecord> records = Maps.mutable.empty();
            facts.aliases().sameAs(party).forEach(id -> log.forEachOf(id, fact -> records.put(fact.sequence(), fact)));
            return Timeline.of(records.values(), facts.aliases());
        });
    }

    /** What was said in an activity; nothing once it was erased. */
    public Optional<String> content(ActivityId activity) {
        return contents.find(activity);
    }

    /**
     * Logs an activity.
     *
     * @param content what was said
     * @return the record, or {@code activity.party-unknown}, {@code activity.exists}, {@code activity.reply-unknown}
     */
    public Outcome<ActivityRecord> log(IdempotencyKey key, Activity activity, String content, Actor actor) {
        return command(key, "activity.log", activity.text() + "\n" + content, actor, () -> {
            Timeline timeline = timeline(activity.party());
            Optional<Refusal> wrong = unknown(activity.party())
                    .or(() -> timeline.activity(activity.id()).map(a -> ActivityRefusals.exists(a.id())))
                    .or(() -> activity.replyTo()
                            .filter(id -> timeline.activity(id).isEmpty())
                            .map(ActivityRefusals::replyUnknown));
            if (wrong.isPresent()) {
                return Outcome.refused(wrong.get());
            }
            contents.put(activity.id(), activity.party(), content);
            return Outcome.accepted(new ActivityChange.Logged(activity));
        });
    }

    /** Plans something. Refused with {@code activity.party-unknown} or {@code action.exists}. */
    public Outcome<ActivityRecord> plan(IdempotencyKey key, NextAction action, Actor actor) {
        ActivityChange change = new ActivityChange.Planned(action);
        return command(
                key,
                "activity.log",
                change.text(),
                actor,
                () -> decided(
                        unknown(action.party())
                                .or(() -> timeline(action.party())
                                        .action(action.id())
                                        .map(a -> ActivityRefusals.actionExists(a.id()))),
                        change));
    }

    /** Gives something to somebody else. Refused with {@code action.unknown} or {@code action.done}. */
    public Outcome<ActivityRecord> reassign(
            IdempotencyKey key, PartyId party, ActionId action, Actor owner, Actor actor) {
        ActivityChange change = new ActivityChange.Reassigned(party, action, owner);
        return command(
                key, "activity.log", party + " " + change.text(), actor, () -> decided(notOpen(party, action), change));
    }

    /** Says that something was done. Refused with {@code action.unknown} or {@code action.done}. */
    public Outcome<ActivityRecord> complete(
            IdempotencyKey key, PartyId party, ActionId action, Optional<ActivityId> by, Actor actor) {
        ActivityChange change = new ActivityChange.Completed(party, action, by);
        return command(
                key, "activity.log", party + " " + change.text(), actor, () -> decided(notOpen(party, action), change));
    }

    /**
     * Erases what was said with the party behind an id, under all its ids; activities and figures stay. Refused with
     * {@code activity.party-unknown}.
     */
    public Outcome<ActivityRecord> erase(IdempotencyKey key, PartyId party, Actor actor) {
        return command(key, "activity.erase", "erase " + party, actor, () -> {
            Optional<Refusal> wrong = unknown(party);
            if (wrong.isEmpty()) {
                parties.apply(party).aliases().sameAs(party).forEach(contents::erase);
            }
            return decided(wrong, new ActivityChange.ContentErased(party));
        });
    }

    private Optional<Refusal> unknown(PartyId party) {
        return parties.apply(party).isKnown(party)
                ? Optional.empty()
                : Optional.of(ActivityRefusals.partyUnknown(party));
    }

    private Optional<Refusal> notOpen(PartyId party, ActionId action) {
        Timeline timeline = timeline(party);
        if (timeline.action(action).isEmpty()) {
            return Optional.of(ActivityRefusals.actionUnknown(action));
        }
        return timeline.isDone(action) ? Optional.of(ActivityRefusals.actionDone(action)) : Optional.empty();
    }

    private static Outcome<ActivityChange> decided(Optional<Refusal> wrong, ActivityChange change) {
        return wrong.map(Outcome::<ActivityChange>refused).orElseGet(() -> Outcome.accepted(change));
    }

    private Outcome<ActivityRecord> command(
            IdempotencyKey key,
            String action,
            String content,
            Actor actor,
            Supplier<? extends Outcome<? extends ActivityChange>> decision) {
        Permission permission = new Permission(action, "*");
        if (!access.allows(actor, permission)) {
            return Outcome.refused(permission.denied());
        }
        Digest fingerprint = Digest.ofText("activity:v1\n" + content);
        return unitOfWork.execute(() -> {
            Optional<ActivityRecord> earlier = log.find(key);
            if (earlier.isPresent()) {
                return earlier.get().fingerprint().equals(fingerprint)
                        ? Outcome.replayed(earlier.get())
                        : Outcome.refused(ActivityRefusals.keyReused(key));
            }
            return decision.get().map(change -> append(key, fingerprint, actor, Lists.immutable.of(change)));
        });
    }

    private ActivityRecord append(
            IdempotencyKey key, Digest fingerprint, Actor actor, ImmutableList<ActivityChange> changes) {
        ActivityRecord fact = new ActivityRecord(
                log.lastSequence() + 1,
                key,
                fingerprint,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor,
                changes);
        log.append(fact);
        return fact;
    }
}
