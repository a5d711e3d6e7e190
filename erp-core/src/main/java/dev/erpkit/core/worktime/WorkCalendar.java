package dev.erpkit.core.worktime;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * When work is done, by the clock on the wall; no zone yet.
 *
 * @param week the periods of a usual week
 * @param holidays days without work
 * @param exceptions the periods of single dates, whatever week and holidays say
 */
public record WorkCalendar(
        WorkWeek week, HolidayCalendar holidays, ImmutableMap<LocalDate, ImmutableList<WorkPeriod>> exceptions) {
    /** The longest closure that a search walks over. */
    private static final int LONGEST_CLOSURE_DAYS = 366;

    /** A calendar of a week and holidays. */
    public static WorkCalendar of(WorkWeek week, HolidayCalendar holidays) {
        return new WorkCalendar(week, holidays, Maps.immutable.empty());
    }

    /** The same calendar with other periods on one date, written as {@code 09:00-12:00}; none for a day off. */
    public WorkCalendar withDate(LocalDate date, String... periods) {
        ImmutableList<WorkPeriod> of =
                WorkWeek.sorted(Lists.immutable.of(periods).collect(WorkPeriod::parse));
        return new WorkCalendar(week, holidays, exceptions.newWithKeyValue(date, of));
    }

    /** The periods of a date, in their order. */
    public ImmutableList<WorkPeriod> on(LocalDate date) {
        ImmutableList<WorkPeriod> exception = exceptions.get(date);
        if (exception != null) {
            return exception;
        }
        ImmutableList<WorkPeriod> usual = week.of(date.getDayOfWeek());
        return usual.isEmpty() || holidays.isHoliday(date) ? Lists.immutable.empty() : usual;
    }

    /** Tells whether anything is worked on a date. */
    public boolean isWorkday(LocalDate date) {
        return on(date).notEmpty();
    }

    /**
     * The working time of some dates in a zone, ready for arithmetic.
     *
     * @param dates the dates to count in, bounded; arithmetic that leaves them is refused
     * @throws InvalidValueException {@code work-time.empty} when nothing is worked on any of them,
     *     {@code date-range.unbounded}
     */
    public WorkTime over(DateRange dates, ZoneId zone) {
        return WorkTime.of(this, dates, zone);
    }

    /**
     * The same time of day so many workdays later, or earlier for a negative number. A start on a free day counts from the
     * opening of the next workday, back from that of the one before. A time outside the periods of the day that is reached
     * moves on to the next opening, and going back to the opening of the last workday that has begun by then.
     *
     * @throws InvalidValueException {@code work-calendar.closed} when there is no workday within 366 days
     */
    public LocalDateTime plusWorkdays(LocalDateTime start, int days) {
        boolean back = days < 0;
        int step = back ? -1 : 1;
        LocalDate day = workday(start.toLocalDate(), step);
        LocalTime time = day.equals(start.toLocalDate()) ? start.toLocalTime() : opening(day);
        for (int left = Math.abs(days); left > 0; left--) {
            day = workday(day.plusDays(step), step);
        }
        LocalDateTime reached = day.atTime(time);
        int second = time.toSecondOfDay();
        if (on(day).anySatisfy(period -> period.startSecond() <= second && second <= period.endSecond())) {
            return reached;
        }
        if (back) {
            LocalDate begun = second < on(day).getFirst().startSecond() ? workday(day.minusDays(1), -1) : day;
            return begun.atTime(opening(begun));
        }
        LocalDate here = day;
        return on(day).detectOptional(period -> period.startSecond() > second)
                .map(period -> here.atTime(LocalTime.ofSecondOfDay(period.startSecond())))
                .orElseGet(() -> {
                    LocalDate next = workday(here.plusDays(1), 1);
                    return next.atTime(opening(next));
                });
    }

    private LocalTime opening(LocalDate day) {
        return LocalTime.ofSecondOfDay(on(day).getFirst().startSecond());
    }

    private LocalDate workday(LocalDate from, int step) {
        LocalDate day = from;
        for (int walked = 0; walked < LONGEST_CLOSURE_DAYS; walked++, day = day.plusDays(step)) {
            if (isWorkday(day)) {
                return day;
            }
        }
        throw new InvalidValueException(
                "WorkCalendar",
                "week",
                "work-calendar.closed",
                "leaves no workday within " + LONGEST_CLOSURE_DAYS + " days of " + from);
    }
}
