package dev.erpkit.core.worktime;

import java.time.Instant;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * When a clock stood still: intervals, not a counter, so that they can be counted again in any calendar. Order does not
 * matter, and overlapping pauses are their union.
 *
 * @param spans sorted, without overlap or touch; only the last may have no end
 */
public record Pauses(ImmutableList<TimeSpan> spans) {
    private static final Pauses NONE = new Pauses(Lists.immutable.empty());

    /** Sorts and unites. */
    public Pauses {
        spans = united(spans);
    }

    /** The clock never stood still. */
    public static Pauses none() {
        return NONE;
    }

    /** These stretches. */
    public static Pauses of(TimeSpan... spans) {
        return new Pauses(Lists.immutable.of(spans));
    }

    /** These and one more. */
    public Pauses with(TimeSpan more) {
        return new Pauses(spans.newWith(more));
    }

    /** Tells whether the clock stands still at an instant. */
    public boolean contains(Instant at) {
        return spans.anySatisfy(span -> !at.isBefore(span.start()) && at.isBefore(span.end()));
    }

    private static ImmutableList<TimeSpan> united(ImmutableList<TimeSpan> spans) {
        if (spans.size() < 2) {
            return spans;
        }
        MutableList<TimeSpan> united = Lists.mutable.empty();
        for (TimeSpan span : spans.toSortedList()) {
            TimeSpan last = united.isEmpty() ? span : united.getLast();
            if (united.isEmpty() || last.end().isBefore(span.start())) {
                united.add(span);
            } else if (span.end().isAfter(last.end())) {
                united.set(united.size() - 1, new TimeSpan(last.start(), span.end()));
            }
        }
        return united.toImmutable();
    }
}
