package dev.erpkit.crm.service;

import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The clocks of a case under an agreement, a pure function: asked with another agreement it answers as if that had held from
 * the opening on, with the same pauses.
 */
public final class ServiceClocks {
    private ServiceClocks() {}

    /**
     * The clocks that the agreement names for the case's priority, in the order of {@link ClockKind}; no clock of the next
     * response where the customer does not wait for one.
     */
    public static ImmutableList<Deadline> of(ServiceCase of, Agreement agreement, WorkTime time, Instant now) {
        return Lists.immutable
                .of(ClockKind.values())
                .flatCollect(kind -> agreement
                        .target(of.priority(), kind)
                        .flatMap(target -> clock(of, kind, target, time, now))
                        .map(Lists.immutable::of)
                        .orElse(Lists.immutable.empty()));
    }

    private static Optional<Deadline> clock(
            ServiceCase of, ClockKind kind, Duration target, WorkTime time, Instant now) {
        Optional<Instant> solved = of.resolvedAt();
        return switch (kind) {
            case FIRST_RESPONSE -> {
                boolean answered = of.firstReplyAt().isPresent();
                Optional<Instant> stopped = answered ? of.firstReplyAt() : solved;
                yield Optional.of(deadline(kind, of.openedAt(), target, stopped, answered, of.pauses(), time, now));
            }
            case NEXT_RESPONSE ->
                of.waitingSince().map(since -> deadline(kind, since, target, solved, false, of.pauses(), time, now));
            case RESOLUTION -> Optional.of(deadline(kind, of.openedAt(), target, solved, true, of.pauses(), time, now));
        };
    }

    /**
     * One clock by itself.
     *
     * @param stopped when it stopped, if it did
     * @param reached whether it stopped because what it waits for was done
     */
    public static Deadline deadline(
            ClockKind kind,
            Instant started,
            Duration target,
            Optional<Instant> stopped,
            boolean reached,
            Pauses pauses,
            WorkTime time,
            Instant now) {
        Optional<Instant> due = time.add(started, target, pauses);
        Instant end = stopped.orElse(now);
        Instant until = end.isAfter(started) ? end : started;
        boolean late = due.filter(end::isAfter).isPresent();
        ClockState state;
        if (stopped.isPresent()) {
            state = late ? ClockState.MISSED : reached ? ClockState.MET : ClockState.STOPPED;
        } else {
            state = late ? ClockState.OVERDUE : pauses.contains(now) ? ClockState.PAUSED : ClockState.RUNNING;
        }
        return new Deadline(
                kind,
                started,
                target,
                due,
                stopped,
                time.between(started, until, pauses),
                state,
                time.spans(started, due.orElse(until), pauses));
    }

    /** The promises that were missed and of which that was not noticed yet: what is to be recorded of a case. */
    public static ImmutableList<CaseChange.Breached> unnoticed(ServiceCase of, ImmutableList<Deadline> deadlines) {
        return deadlines
                .select(clock -> clock.state() == ClockState.MISSED || clock.state() == ClockState.OVERDUE)
                .collect(clock ->
                        new CaseChange.Breached(clock.clock(), clock.due().orElseThrow()))
                .reject(of.breaches()::contains);
    }

    /** Where a case stands as a whole. */
    public static ServiceStatus status(ServiceCase of, ImmutableList<Deadline> deadlines) {
        boolean late = deadlines.anySatisfy(
                clock -> clock.state() == ClockState.MISSED || clock.state() == ClockState.OVERDUE);
        if (of.resolvedAt().isPresent()) {
            return late ? ServiceStatus.FAILED : ServiceStatus.FULFILLED;
        }
        if (of.pausedSince().isPresent()) {
            return ServiceStatus.PAUSED;
        }
        if (late) {
            return ServiceStatus.OVERDUE;
        }
        if (of.firstReplyAt().isEmpty()) {
            return ServiceStatus.FIRST_RESPONSE_DUE;
        }
        return of.waitingSince().isPresent() && deadlines.anySatisfy(clock -> clock.clock() == ClockKind.NEXT_RESPONSE)
                ? ServiceStatus.NEXT_RESPONSE_DUE
                : ServiceStatus.RESOLUTION_DUE;
    }
}
