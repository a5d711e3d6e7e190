package dev.erpkit.hr.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.jspecify.annotations.Nullable;

/** A set of instants as disjoint spans in their order, touching ones joined; immutable. Equal sets are equal. */
public final class TimeSet {
    private static final TimeSet EMPTY = new TimeSet(Lists.immutable.empty());

    private final ImmutableList<TimeSpan> spans;

    private TimeSet(ImmutableList<TimeSpan> spans) {
        this.spans = spans;
    }

    /** No time at all. */
    public static TimeSet empty() {
        return EMPTY;
    }

    /** The time in any of these spans, which may overlap. */
    public static TimeSet of(TimeSpan... spans) {
        return of(Lists.immutable.of(spans));
    }

    /** The time in any of these spans, which may overlap. */
    public static TimeSet of(ImmutableList<TimeSpan> spans) {
        if (spans.isEmpty()) {
            return EMPTY;
        }
        MutableList<TimeSpan> joined = Lists.mutable.empty();
        TimeSpan last = null;
        for (TimeSpan span : spans.toSortedList()) {
            if (last != null && !span.startInclusive().isAfter(last.endExclusive())) {
                last = TimeSpan.of(last.startInclusive(), TimeSpan.later(last.endExclusive(), span.endExclusive()));
                joined.set(joined.size() - 1, last);
            } else {
                last = span;
                joined.add(span);
            }
        }
        return new TimeSet(joined.toImmutable());
    }

    /** The disjoint spans, earliest first. */
    public ImmutableList<TimeSpan> spans() {
        return spans;
    }

    /** Tells whether there is no time in it. */
    public boolean isEmpty() {
        return spans.isEmpty();
    }

    /** The length of all spans in seconds. */
    public long seconds() {
        return spans.sumOfLong(TimeSpan::seconds);
    }

    /** The time in either. */
    public TimeSet union(TimeSet other) {
        return of(spans.newWithAll(other.spans));
    }

    /** The time in both. */
    public TimeSet intersect(TimeSet other) {
        MutableList<TimeSpan> both = Lists.mutable.empty();
        int i = 0;
        int j = 0;
        while (i < spans.size() && j < other.spans.size()) {
            TimeSpan a = spans.get(i);
            TimeSpan b = other.spans.get(j);
            a.intersection(b).ifPresent(both::add);
            if (a.endExclusive().isBefore(b.endExclusive())) {
                i++;
            } else {
                j++;
            }
        }
        return new TimeSet(both.toImmutable());
    }

    /** The time in this but not in the other. */
    public TimeSet minus(TimeSet other) {
        MutableList<TimeSpan> left = Lists.mutable.empty();
        int j = 0;
        for (TimeSpan span : spans) {
            Instant from = span.startInclusive();
            while (j < other.spans.size() && !other.spans.get(j).endExclusive().isAfter(from)) {
                j++;
            }
            for (int k = j; k < other.spans.size() && other.spans.get(k).overlaps(span); k++) {
                TimeSpan hole = other.spans.get(k);
                add(left, from, hole.startInclusive());
                from = TimeSpan.later(from, hole.endExclusive());
            }
            add(left, from, span.endExclusive());
        }
        return new TimeSet(left.toImmutable());
    }

    private static void add(MutableList<TimeSpan> to, Instant start, Instant end) {
        if (start.isBefore(end)) {
            to.add(TimeSpan.of(start, end));
        }
    }

    /** What lies before an instant. */
    public TimeSet before(Instant instant) {
        return new TimeSet(spans.flatCollect(span -> Lists.immutable.fromStream(
                part(span, span.startInclusive(), TimeSpan.earlier(span.endExclusive(), instant)).stream())));
    }

    /** What lies at or after an instant. */
    public TimeSet from(Instant instant) {
        return new TimeSet(spans.flatCollect(span -> Lists.immutable.fromStream(
                part(span, TimeSpan.later(span.startInclusive(), instant), span.endExclusive()).stream())));
    }

    private static Optional<TimeSpan> part(TimeSpan span, Instant start, Instant end) {
        return start.isBefore(end) ? span.intersection(TimeSpan.of(start, end)) : Optional.empty();
    }

    /**
     * The first so many seconds of the set; all of it when it has no more.
     *
     * @param seconds 0 or more
     */
    public TimeSet first(long seconds) {
        MutableList<TimeSpan> first = Lists.mutable.empty();
        long left = seconds;
        for (TimeSpan span : spans) {
            Instant end =
                    TimeSpan.earlier(span.endExclusive(), span.startInclusive().plusSeconds(left));
            add(first, span.startInclusive(), end);
            left = Math.max(0, left - span.seconds());
        }
        return new TimeSet(first.toImmutable());
    }

    /** The time of each day of a zone, from midnight to midnight; days without time are left out. */
    public ImmutableSortedMap<LocalDate, TimeSet> byDay(ZoneId zone) {
        MutableSortedMap<LocalDate, TimeSet> days = SortedMaps.mutable.empty();
        for (TimeSpan span : spans) {
            LocalDate day = span.startInclusive().atZone(zone).toLocalDate();
            Instant from = span.startInclusive();
            while (from.isBefore(span.endExclusive())) {
                LocalDate next = day.plusDays(1);
                Instant midnight = next.atStartOfDay(zone).toInstant();
                Instant to = TimeSpan.earlier(midnight, span.endExclusive());
                if (from.isBefore(to)) {
                    TimeSet part = of(TimeSpan.of(from, to));
                    days.merge(day, part, TimeSet::union);
                    from = to;
                }
                day = next;
            }
        }
        return days.toImmutable();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TimeSet that && spans.equals(that.spans);
    }

    @Override
    public int hashCode() {
        return spans.hashCode();
    }

    @Override
    public String toString() {
        return spans.makeString("[", ", ", "]");
    }
}
