package dev.erpkit.crm.service;

import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.WorkTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Somebody is told before a deadline.
 *
 * @param name who or what, as the host knows it
 * @param clock before which deadline
 * @param before how much working time before it; zero for the deadline itself
 */
public record Escalation(String name, ClockKind clock, Duration before) {
    /** Checks the time: {@code agreement.escalation}. */
    public Escalation {
        if (before.isNegative()) {
            throw new InvalidValueException(
                    "Escalation", "before", "agreement.escalation", "must not be below zero: " + before);
        }
    }

    /** When that is, never before the clock started; nothing while the deadline is unknown. */
    public Optional<Instant> at(Deadline deadline, WorkTime time, Pauses pauses) {
        return deadline.due().map(due -> {
            Duration most = before.compareTo(deadline.target()) < 0 ? before : deadline.target();
            Instant at = time.subtract(due, most, pauses);
            return at.isBefore(deadline.started()) ? deadline.started() : at;
        });
    }
}
