package dev.erpkit.hr.time;

import dev.erpkit.core.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/**
 * A half-open span of time between two instants, never empty.
 *
 * @param startInclusive the first instant
 * @param endExclusive the first instant behind it, to the second as the start
 */
public record TimeSpan(Instant startInclusive, Instant endExclusive) implements Comparable<TimeSpan> {
    private static final Comparator<TimeSpan> ORDER =
            Comparator.comparing(TimeSpan::startInclusive).thenComparing(TimeSpan::endExclusive);

    /** Checks the order ({@code attendance.span-order}) and that both are whole seconds ({@code attendance.span-second}). */
    public TimeSpan {
        if (!startInclusive.isBefore(endExclusive)) {
            throw new InvalidValueException(
                    "TimeSpan",
                    "endExclusive",
                    "attendance.span-order",
                    "must be after the start; hours are never negative");
        }
        if (startInclusive.getNano() != 0 || endExclusive.getNano() != 0) {
            throw new InvalidValueException(
                    "TimeSpan", "startInclusive", "attendance.span-second", "must start and end on whole seconds");
        }
    }

    /** The span between two instants. */
    public static TimeSpan of(Instant startInclusive, Instant endExclusive) {
        return new TimeSpan(startInclusive, endExclusive);
    }

    /**
     * The span between two readings of the clocks of a zone. A reading that the change of the clocks leaves out is as much
     * later; of a reading that comes twice the first is meant: give instants where the second is.
     */
    public static TimeSpan of(LocalDateTime startInclusive, LocalDateTime endExclusive, ZoneId zone) {
        return new TimeSpan(
                startInclusive.atZone(zone).toInstant(),
                endExclusive.atZone(zone).toInstant());
    }

    /** Its length in seconds. */
    public long seconds() {
        return Duration.between(startInclusive, endExclusive).toSeconds();
    }

    /** Tells whether the two share time. */
    public boolean overlaps(TimeSpan other) {
        return startInclusive.isBefore(other.endExclusive) && other.startInclusive.isBefore(endExclusive);
    }

    /** Tells whether all of another span is in this one. */
    public boolean encloses(TimeSpan other) {
        return !other.startInclusive.isBefore(startInclusive) && !other.endExclusive.isAfter(endExclusive);
    }

    /** The time in both, if there is any. */
    public Optional<TimeSpan> intersection(TimeSpan other) {
        return overlaps(other)
                ? Optional.of(new TimeSpan(
                        later(startInclusive, other.startInclusive), earlier(endExclusive, other.endExclusive)))
                : Optional.empty();
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    /** By start, then by end. */
    @Override
    public int compareTo(TimeSpan other) {
        return ORDER.compare(this, other);
    }

    /** Two instants with a slash. */
    @Override
    public String toString() {
        return startInclusive + "/" + endExclusive;
    }
}
