package dev.erpkit.core.worktime;

import dev.erpkit.core.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;

/**
 * A stretch of time, half-open; {@link Instant#MAX} as the end stands for no end.
 *
 * @param start its first instant
 * @param end the instant before which it ends
 */
public record TimeSpan(Instant start, Instant end) implements Comparable<TimeSpan> {
    /** Checks the order: {@code time-span.order}. */
    public TimeSpan {
        if (!start.isBefore(end)) {
            throw new InvalidValueException(
                    "TimeSpan", "end", "time-span.order", "must be after the start " + start + " but is " + end);
        }
    }

    /** From an instant to another. */
    public static TimeSpan of(Instant start, Instant end) {
        return new TimeSpan(start, end);
    }

    /** From an instant on, without end. */
    public static TimeSpan from(Instant start) {
        return new TimeSpan(start, Instant.MAX);
    }

    /** Tells whether it has an end. */
    public boolean hasEnd() {
        return !end.equals(Instant.MAX);
    }

    /** How long it is. */
    public Duration length() {
        return Duration.between(start, end);
    }

    @Override
    public int compareTo(TimeSpan other) {
        int order = start.compareTo(other.start);
        return order != 0 ? order : end.compareTo(other.end);
    }

    /** {@code 2026-04-01T00:00:00Z/2026-04-01T08:00:00Z}; {@code ..} for no end. */
    @Override
    public String toString() {
        return start + "/" + (hasEnd() ? end : "..");
    }
}
