package dev.erpkit.core.worktime;

import dev.erpkit.core.calendar.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.primitive.MutableLongList;

/**
 * Periods by the clock on the wall as seconds of the epoch. Between two changes of a zone's offset the clock runs evenly, so
 * each such stretch is laid out by itself: skipped hours then are in none of them, and repeated ones in two.
 */
final class SpanTable {
    private final WorkCalendar calendar;
    private final DateRange dates;
    private final MutableLongList starts = LongLists.mutable.empty();
    private final MutableLongList ends = LongLists.mutable.empty();

    private SpanTable(WorkCalendar calendar, DateRange dates) {
        this.calendar = calendar;
        this.dates = dates;
    }

    /** The starts and the ends, in order. */
    static long[][] of(WorkCalendar calendar, DateRange dates, ZoneRules rules) {
        SpanTable table = new SpanTable(calendar, dates);
        // a day more on either side than any offset can move
        Instant from = dates.startInclusive().minusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        Instant end = dates.endExclusive().plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
        while (from.isBefore(end)) {
            ZoneOffsetTransition next = rules.nextTransition(from);
            Instant to = next == null || next.getInstant().isAfter(end) ? end : next.getInstant();
            table.stretch(
                    from.getEpochSecond(), to.getEpochSecond(), rules.getOffset(from).getTotalSeconds());
            from = to;
        }
        return new long[][] {table.starts.toArray(), table.ends.toArray()};
    }

    private void stretch(long from, long to, int offset) {
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(from + offset, WorkPeriod.DAY_SECONDS));
        LocalDate last = LocalDate.ofEpochDay(Math.floorDiv(to - 1 + offset, WorkPeriod.DAY_SECONDS));
        for (; !day.isAfter(last); day = day.plusDays(1)) {
            if (dates.contains(day)) {
                long midnight = day.toEpochDay() * WorkPeriod.DAY_SECONDS - offset;
                for (WorkPeriod period : calendar.on(day)) {
                    long start = Math.max(from, midnight + period.startSecond());
                    long end = Math.min(to, midnight + period.endSecond());
                    if (start < end) {
                        add(start, end);
                    }
                }
            }
        }
    }

    /** One span for what goes on without a break, so that a ledger does not tell of changes that nobody sees. */
    private void add(long start, long end) {
        int last = ends.size() - 1;
        if (last >= 0 && ends.get(last) == start) {
            ends.set(last, end);
        } else {
            starts.add(start);
            ends.add(end);
        }
    }
}
