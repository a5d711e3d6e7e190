package dev.erpkit.crm.campaign;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.set.MutableSet;

/**
 * What people go through, as data: steps that wait, decide and act. Where somebody stands is a fold of what happened to them;
 * the functions are pure and give the events that the host keeps.
 *
 * @param name the name of the journey
 * @param start the first step
 * @param steps the steps by name
 * @param reentry whether somebody may take it again
 */
public record JourneyPlan(String name, String start, ImmutableMap<String, JourneyStep> steps, Reentry reentry) {
    /**
     * Checks that every step exists that another one names ({@code journey.unknown-step}), and that nobody can go round in a
     * circle without a pause ({@code journey.endless}).
     */
    public JourneyPlan {
        for (String step : Lists.immutable.of(start).newWithAll(steps.flatCollect(JourneyPlan::following))) {
            if (!steps.containsKey(step)) {
                throw new InvalidValueException(
                        "JourneyPlan", "steps", "journey.unknown-step", "must have every step that another names");
            }
        }
        for (String step : steps.keysView()) {
            if (comesBack(step, steps)) {
                throw new InvalidValueException(
                        "JourneyPlan", "steps", "journey.endless", "must have a pause on every way round");
            }
        }
    }

    private static ImmutableList<String> following(JourneyStep step) {
        if (step instanceof JourneyStep.Decide decide) {
            return Lists.immutable.of(decide.yes(), decide.no());
        }
        if (step instanceof JourneyStep.Act act) {
            return Lists.immutable.of(act.next());
        }
        return step instanceof JourneyStep.Pause pause ? Lists.immutable.of(pause.next()) : Lists.immutable.empty();
    }

    private static boolean comesBack(String step, ImmutableMap<String, JourneyStep> steps) {
        MutableSet<String> seen = Sets.mutable.empty();
        MutableList<String> open = Lists.mutable.of(step);
        while (open.notEmpty()) {
            JourneyStep current = steps.get(open.remove(open.size() - 1));
            boolean rests = current instanceof JourneyStep.Pause pause
                    && !pause.time().isZero()
                    && !pause.time().isNegative();
            if (!rests) {
                for (String next : following(current)) {
                    if (next.equals(step)) {
                        return true;
                    }
                    if (seen.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        return false;
    }

    /**
     * Lets somebody in.
     *
     * @param history what happened to the person on this journey so far, in the order of time
     * @param membership the how-manieth time in the segment it is, from 1 on
     * @return the events to keep, or {@code journey.reentry}; also while the person is still on the way
     */
    public Outcome<ImmutableList<JourneyEvent>> enter(
            PartyId party, ImmutableList<JourneyEvent> history, int membership, Instant now) {
        ImmutableList<JourneyEvent.Entered> before = history.selectInstancesOf(JourneyEvent.Entered.class);
        boolean under = history.notEmpty() && !(history.getLast() instanceof JourneyEvent.Ended);
        return !under && (before.isEmpty() || again(before, membership, now))
                ? Outcome.accepted(Lists.immutable.of(
                        new JourneyEvent.Entered(party, membership, now), new JourneyEvent.Reached(party, start, now)))
                : Outcome.refused(CampaignRefusals.reentry(party, name));
    }

    private boolean again(ImmutableList<JourneyEvent.Entered> before, int membership, Instant now) {
        if (reentry instanceof Reentry.PerMembership) {
            return before.noneSatisfy(entered -> entered.membership() == membership);
        }
        return reentry instanceof Reentry.After after
                && !now.isBefore(before.getLast().at().plus(after.pause()));
    }

    /**
     * Lets somebody go on as far as they get by now. What is due at once happens at once; what has waited counts from the time at
     * which it was due, so that it does not matter how often this is called.
     *
     * @param history what happened to the person so far, in the order of time
     * @param holds answers the criteria of decisions
     * @return the events to keep; none where the person waits or is not on the way
     */
    public ImmutableList<JourneyEvent> advance(
            ImmutableList<JourneyEvent> history, Predicate<String> holds, Instant now) {
        return advance(history, holds, act -> Optional.empty(), now);
    }

    /**
     * Lets somebody go on, where each message is sent as it is reached: what hinders it is kept beside it, so that who was not
     * reached, and why, is part of the history. Where somebody stands does not depend on it.
     *
     * @param history what happened to the person so far, in the order of time
     * @param holds answers the criteria of decisions
     * @param send sends a message, or says why it must not be sent: {@code act -> campaigns.claim(...).refusal()} through
     *     {@link NotSent#of}, with a key made of journey, party, step and time, so that asked again it answers the same
     * @return the events to keep; none where the person waits or is not on the way
     */
    public ImmutableList<JourneyEvent> advance(
            ImmutableList<JourneyEvent> history,
            Predicate<String> holds,
            Function<JourneyEvent.Acted, Optional<NotSent>> send,
            Instant now) {
        MutableList<JourneyEvent> events = Lists.mutable.empty();
        Optional<JourneyEvent.Reached> position = position(history);
        while (position.isPresent()) {
            position = step(position.get(), holds, send, now, events);
        }
        return events.toImmutable();
    }

    private static Optional<JourneyEvent.Reached> position(ImmutableList<JourneyEvent> history) {
        if (history.isEmpty() || history.getLast() instanceof JourneyEvent.Ended) {
            return Optional.empty();
        }
        return history.selectInstancesOf(JourneyEvent.Reached.class).getLastOptional();
    }

    private Optional<JourneyEvent.Reached> step(
            JourneyEvent.Reached at,
            Predicate<String> holds,
            Function<JourneyEvent.Acted, Optional<NotSent>> send,
            Instant now,
            MutableList<JourneyEvent> events) {
        JourneyStep step = steps.get(at.step());
        if (step instanceof JourneyStep.Pause pause) {
            Instant due = at.at().plus(pause.time());
            return due.isAfter(now) ? Optional.empty() : reached(at, pause.next(), due, events);
        }
        if (step instanceof JourneyStep.Decide decide) {
            return reached(at, holds.test(decide.criterion()) ? decide.yes() : decide.no(), at.at(), events);
        }
        if (step instanceof JourneyStep.Act act) {
            JourneyEvent.Acted acted = new JourneyEvent.Acted(at.party(), at.step(), act.template(), at.at());
            events.add(acted);
            send.apply(acted)
                    .map(why -> new JourneyEvent.Withheld(at.party(), at.step(), act.template(), why, at.at()))
                    .ifPresent(events::add);
            return reached(at, act.next(), at.at(), events);
        }
        events.add(new JourneyEvent.Ended(at.party(), at.at()));
        return Optional.empty();
    }

    private static Optional<JourneyEvent.Reached> reached(
            JourneyEvent.Reached from, String step, Instant at, MutableList<JourneyEvent> events) {
        JourneyEvent.Reached next = new JourneyEvent.Reached(from.party(), step, at);
        events.add(next);
        return Optional.of(next);
    }
}
