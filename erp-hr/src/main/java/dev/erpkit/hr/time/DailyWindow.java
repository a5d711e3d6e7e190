package dev.erpkit.hr.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * A part of every day by the clocks, such as the night from 22:00 to 5:00; it crosses midnight where the end is not after the
 * start. In the night in which the clocks change it is an hour longer or shorter.
 *
 * @param from the first time in it
 * @param to the first time behind it
 */
public record DailyWindow(LocalTime from, LocalTime to) {
    /** The windows of all days as far as they lie in a span. */
    public TimeSet in(TimeSpan span, ZoneId zone) {
        MutableList<TimeSpan> windows = Lists.mutable.empty();
        LocalDate last = span.endExclusive().atZone(zone).toLocalDate();
        for (LocalDate day = span.startInclusive().atZone(zone).toLocalDate().minusDays(1);
                !day.isAfter(last);
                day = day.plusDays(1)) {
            LocalDate ends = to.isAfter(from) ? day : day.plusDays(1);
            var start = day.atTime(from).atZone(zone).toInstant();
            var end = ends.atTime(to).atZone(zone).toInstant();
            if (start.isBefore(end)) {
                TimeSpan.of(start, end).intersection(span).ifPresent(windows::add);
            }
        }
        return TimeSet.of(windows.toImmutable());
    }
}
