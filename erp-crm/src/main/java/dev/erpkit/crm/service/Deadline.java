package dev.erpkit.crm.service;

import dev.erpkit.core.trace.TraceStep;
import dev.erpkit.core.worktime.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One clock of a case: when it started, how much working time it has, and when that is over.
 *
 * @param clock which clock
 * @param started from when it counts
 * @param target the working time promised
 * @param due when the target is used up; nothing while a pause without end keeps that open
 * @param stopped when it stopped, if it did
 * @param elapsed the working time counted until it stopped, or until it was asked
 * @param state how it stands
 * @param ledger the stretches of work counted, up to the deadline, or up to now while that is open; up to a deadline they sum
 *     to the target
 */
public record Deadline(
        ClockKind clock,
        Instant started,
        Duration target,
        Optional<Instant> due,
        Optional<Instant> stopped,
        Duration elapsed,
        ClockState state,
        ImmutableList<TimeSpan> ledger) {
    /** The working time left, negative when it took longer. */
    public Duration remaining() {
        return target.minus(elapsed);
    }

    /** How the deadline came about: each stretch that was counted. */
    public TraceStep trace() {
        TraceStep trace = TraceStep.of(
                        "deadline " + clock.text(), due.map(Instant::toString).orElse("open"))
                .with("started", started)
                .with("target", target);
        return ledger.injectInto(trace, (so, span) -> so.from(TraceStep.of("counted " + span, span.length())));
    }
}
