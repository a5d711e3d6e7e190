package dev.erpkit.core.worktime;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The arithmetic of working time over the dates of one calendar in one zone. Immutable; every answer is found by bisection.
 *
 * <p>The end of a period still counts as working time for a deadline: eight hours from nine o'clock are over at five, not at
 * nine the next day. So {@link #add} gives the earliest instant by which the work is done, and {@link #subtract} the latest
 * one from which it takes as long.
 *
 * <p>Instants outside the dates are refused with {@code work-time.range}. Fractions of a second are kept.
 */
public final class WorkTime {
    private final DateRange dates;
    private final ZoneId zone;

    /** Seconds of the epoch; spans neither overlap nor touch backwards. */
    private final long[] starts;

    private final long[] ends;

    /** Seconds of work before each span. */
    private final long[] before;

    private final Instant first;
    private final Instant last;

    private WorkTime(DateRange dates, ZoneId zone, long[] starts, long[] ends) {
        this.dates = dates;
        this.zone = zone;
        this.starts = starts;
        this.ends = ends;
        this.before = new long[starts.length];
        for (int i = 1; i < starts.length; i++) {
            before[i] = before[i - 1] + ends[i - 1] - starts[i - 1];
        }
        this.first = dates.startInclusive().atStartOfDay(zone).toInstant();
        this.last = dates.endExclusive().atStartOfDay(zone).toInstant();
    }

    static WorkTime of(WorkCalendar calendar, DateRange dates, ZoneId zone) {
        dates.days();
        long[][] spans = SpanTable.of(calendar, dates, zone.getRules());
        if (spans[0].length == 0) {
            throw new InvalidValueException(
                    "WorkTime", "calendar", "work-time.empty", "has no working time in " + dates);
        }
        return new WorkTime(dates, zone, spans[0], spans[1]);
    }

    /** The dates it knows. */
    public DateRange dates() {
        return dates;
    }

    /** The zone whose clock it goes by. */
    public ZoneId zone() {
        return zone;
    }

    /** The last span that begins at or before an instant, -1 for none. */
    private int spanAt(Instant at) {
        int found = Arrays.binarySearch(starts, at.getEpochSecond());
        return found >= 0 ? found : -found - 2;
    }

    /** The work before an instant. */
    private Duration position(Instant at) {
        if (at.isBefore(first) || at.isAfter(last)) {
            throw outside(at);
        }
        int span = spanAt(at);
        if (span < 0) {
            return Duration.ZERO;
        }
        if (at.getEpochSecond() >= ends[span]) {
            return Duration.ofSeconds(before[span] + ends[span] - starts[span]);
        }
        return Duration.ofSeconds(before[span] + at.getEpochSecond() - starts[span], at.getNano());
    }

    /** Tells whether work is done at an instant. */
    public boolean isWorking(Instant at) {
        int span = spanAt(at);
        return span >= 0 && at.getEpochSecond() < ends[span];
    }

    /**
     * The instant by which so much work is done; with no work the start itself, or the next opening after it when the start
     * is in free time.
     *
     * @param work not negative
     */
    public Instant add(Instant start, Duration work) {
        checkWork(work);
        Duration position = position(start);
        if (work.isZero()) {
            int span = spanAt(start);
            boolean there = span >= 0 && !start.isAfter(Instant.ofEpochSecond(ends[span]));
            return there ? start : opening(span + 1, start);
        }
        Duration wanted = position.plus(work);
        // the last span with less work before it than wanted
        int found = Arrays.binarySearch(before, wanted.getSeconds() + (wanted.getNano() > 0 ? 1 : 0));
        int span = found >= 0 ? found - 1 : -found - 2;
        Instant at = Instant.ofEpochSecond(starts[span]).plus(wanted.minusSeconds(before[span]));
        if (at.isAfter(Instant.ofEpochSecond(ends[span]))) {
            throw outside(start);
        }
        return at;
    }

    private Instant opening(int span, Instant asked) {
        if (span >= starts.length) {
            throw outside(asked);
        }
        return Instant.ofEpochSecond(starts[span]);
    }

    /**
     * The latest instant from which so much work is done until the end; with no work the end itself, or the closing before it
     * when the end is in free time.
     *
     * @param work not negative
     */
    public Instant subtract(Instant end, Duration work) {
        checkWork(work);
        Duration position = position(end);
        int span = spanAt(end);
        if (work.isZero()) {
            boolean there = span >= 0 && !end.isAfter(Instant.ofEpochSecond(ends[span]));
            if (!there && span < 0) {
                throw outside(end);
            }
            return there ? end : Instant.ofEpochSecond(ends[span]);
        }
        Duration wanted = position.minus(work);
        if (wanted.isNegative()) {
            throw outside(end);
        }
        // the last span with no more work before it than wanted
        int found = Arrays.binarySearch(before, wanted.getSeconds());
        int at = found >= 0 ? found : -found - 2;
        return Instant.ofEpochSecond(starts[at]).plus(wanted.minusSeconds(before[at]));
    }

    /** The work between two instants, negative when the second is before the first. */
    public Duration between(Instant start, Instant end) {
        return position(end).minus(position(start));
    }

    /**
     * The instant by which so much work is done when nobody works during the pauses; nothing when the clock stands still
     * without end before the work is done.
     */
    public Optional<Instant> add(Instant start, Duration work, Pauses pauses) {
        Instant due = add(start, work);
        Duration lost = Duration.ZERO;
        for (TimeSpan pause : pauses.spans()) {
            if (!pause.start().isBefore(due)) {
                break;
            }
            if (!pause.hasEnd()) {
                return Optional.empty();
            }
            Duration more = paused(pause, start, pause.end());
            if (!more.isZero()) {
                lost = lost.plus(more);
                due = add(start, work.plus(lost));
            }
        }
        return Optional.of(due);
    }

    /** The work between two instants outside the pauses; the second not before the first. */
    public Duration between(Instant start, Instant end, Pauses pauses) {
        return pauses.spans()
                .injectInto(between(start, end), (so, pause) -> so.minus(paused(pause, start, end)));
    }

    /** The latest instant from which so much work is done until the end when nobody works during the pauses. */
    public Instant subtract(Instant end, Duration work, Pauses pauses) {
        Instant at = subtract(end, work);
        Duration lost = Duration.ZERO;
        for (TimeSpan pause : pauses.spans().toReversed()) {
            if (!pause.end().isAfter(at)) {
                break;
            }
            Duration more = paused(pause, first, end);
            if (!more.isZero()) {
                lost = lost.plus(more);
                at = subtract(end, work.plus(lost));
            }
        }
        return at;
    }

    /** The work lost to a pause between two instants. */
    private Duration paused(TimeSpan pause, Instant start, Instant end) {
        Instant from = pause.start().isAfter(start) ? pause.start() : start;
        Instant to = pause.end().isBefore(end) ? pause.end() : end;
        return from.isBefore(to) ? between(from, to) : Duration.ZERO;
    }

    /** The stretches of work between two instants outside the pauses, in their order. */
    public ImmutableList<TimeSpan> spans(Instant start, Instant end, Pauses pauses) {
        position(start);
        position(end);
        MutableList<TimeSpan> spans = Lists.mutable.empty();
        for (int i = Math.max(0, spanAt(start)); i < starts.length; i++) {
            Instant from = later(Instant.ofEpochSecond(starts[i]), start);
            Instant to = earlier(Instant.ofEpochSecond(ends[i]), end);
            if (!from.isBefore(end)) {
                break;
            }
            for (TimeSpan pause : pauses.spans()) {
                if (pause.end().isAfter(from) && pause.start().isBefore(to)) {
                    if (from.isBefore(pause.start())) {
                        spans.add(new TimeSpan(from, pause.start()));
                    }
                    from = pause.end();
                }
            }
            if (from.isBefore(to)) {
                spans.add(new TimeSpan(from, to));
            }
        }
        return spans.toImmutable();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private static void checkWork(Duration work) {
        if (work.isNegative()) {
            throw new InvalidValueException(
                    "WorkTime", "work", "work-time.negative", "must not be below zero: " + work);
        }
    }

    private InvalidValueException outside(Instant at) {
        return new InvalidValueException(
                "WorkTime",
                "dates",
                "work-time.range",
                "are too few to count from " + at + "; take more dates than " + dates);
    }
}
