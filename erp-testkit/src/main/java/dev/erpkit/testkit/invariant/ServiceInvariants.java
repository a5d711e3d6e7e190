package dev.erpkit.testkit.invariant;

import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.crm.service.Agreement;
import dev.erpkit.crm.service.ClockState;
import dev.erpkit.crm.service.Deadline;
import dev.erpkit.crm.service.Escalation;
import dev.erpkit.crm.service.ServiceCase;
import dev.erpkit.crm.service.ServiceClocks;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of the clocks of every case. */
public final class ServiceInvariants {
    private ServiceInvariants() {}

    /** Elapsed and remaining make the target, a known deadline's ledger sums to it, and a solved case has no clock that runs. */
    public static ImmutableList<Finding> clocks(ServiceCase of, Agreement agreement, WorkTime time, Instant now) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (Deadline clock : ServiceClocks.of(of, agreement, time, now)) {
            String where = of.id() + " " + clock.clock().text();
            if (!clock.elapsed().plus(clock.remaining()).equals(clock.target())
                    || clock.elapsed().isNegative()) {
                found.add(new Finding("clock-sums", where, clock.elapsed() + " of " + clock.target()));
            }
            Duration counted = clock.ledger().injectInto(Duration.ZERO, (so, span) -> so.plus(span.length()));
            Duration expected = clock.due().isPresent() ? clock.target() : clock.elapsed();
            if (!counted.equals(expected)) {
                found.add(new Finding("clock-ledger", where, "counts " + counted + ", not " + expected));
            }
            if (clock.ledger().anySatisfy(span -> of.pauses().contains(span.start()))) {
                found.add(new Finding("clock-ledger", where, "counts a pause"));
            }
            boolean runs = clock.state() == ClockState.RUNNING
                    || clock.state() == ClockState.PAUSED
                    || clock.state() == ClockState.OVERDUE;
            if (of.resolvedAt().isPresent() && runs) {
                found.add(new Finding("clock-stops", where, clock.state().text() + " though the case is solved"));
            }
            agreement
                    .escalations()
                    .select(e -> e.clock() == clock.clock())
                    .forEach(escalation -> escalation(of, clock, escalation, time)
                            .ifPresent(why -> found.add(new Finding("clock-escalation", where, why))));
        }
        return found.toImmutable();
    }

    private static Optional<String> escalation(ServiceCase of, Deadline clock, Escalation escalation, WorkTime time) {
        return escalation.at(clock, time, of.pauses()).flatMap(at -> {
            Instant due = clock.due().orElseThrow();
            Duration most = escalation.before().compareTo(clock.target()) < 0 ? escalation.before() : clock.target();
            boolean sound = !at.isAfter(due)
                    && !at.isBefore(clock.started())
                    && time.between(at, due, of.pauses()).equals(most);
            return sound ? Optional.empty() : Optional.of("is told at " + at + ", due " + due);
        });
    }
}
