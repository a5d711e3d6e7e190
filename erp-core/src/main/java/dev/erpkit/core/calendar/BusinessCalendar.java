package dev.erpkit.core.calendar;

import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.set.sorted.ImmutableSortedSet;

/**
 * The days on which business is done: every day that is neither in the weekend nor a holiday, and besides any day declared
 * to be worked, such as a Saturday in a company's own calendar.
 *
 * @param weekend the days of the week without business, at most six
 * @param holidays the holidays
 * @param workdays dates with business whatever weekend and holidays say
 */
public record BusinessCalendar(
        ImmutableSortedSet<DayOfWeek> weekend, HolidayCalendar holidays, ImmutableSortedSet<LocalDate> workdays) {
    /** The longest closure that a search walks over. */
    private static final int LONGEST_CLOSURE_DAYS = 366;

    /** Checks the weekend: refused with {@code business-calendar.weekend} when it takes the whole week. */
    public BusinessCalendar {
        if (weekend.size() > 6) {
            throw new InvalidValueException(
                    "BusinessCalendar",
                    "weekend",
                    "business-calendar.weekend",
                    "must leave at least one day of the week");
        }
    }

    /** A calendar with Saturday and Sunday as weekend. */
    public static BusinessCalendar of(HolidayCalendar holidays) {
        return of(holidays, DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    /** A calendar with these days as weekend. */
    public static BusinessCalendar of(HolidayCalendar holidays, DayOfWeek... weekend) {
        return new BusinessCalendar(SortedSets.immutable.of(weekend), holidays, SortedSets.immutable.empty());
    }

    /** The same calendar with a date declared to be worked. */
    public BusinessCalendar withWorkday(LocalDate date) {
        return new BusinessCalendar(weekend, holidays, workdays.newWith(date));
    }

    /** Tells whether business is done on a date. */
    public boolean isBusinessDay(LocalDate date) {
        return workdays.contains(date) || (!weekend.contains(date.getDayOfWeek()) && !holidays.isHoliday(date));
    }

    /**
     * The first business day after a date.
     *
     * @throws InvalidValueException {@code business-calendar.closed} when there is none within 366 days
     */
    public LocalDate next(LocalDate date) {
        return search(date.plusDays(1), 1);
    }

    /** The date itself when it is a business day, else the next one. */
    public LocalDate nextOrSame(LocalDate date) {
        return search(date, 1);
    }

    /**
     * The last business day before a date.
     *
     * @throws InvalidValueException {@code business-calendar.closed} when there is none within 366 days
     */
    public LocalDate previous(LocalDate date) {
        return search(date.minusDays(1), -1);
    }

    /** The date itself when it is a business day, else the previous one. */
    public LocalDate previousOrSame(LocalDate date) {
        return search(date, -1);
    }

    private LocalDate search(LocalDate from, int step) {
        LocalDate day = from;
        for (int walked = 0; walked < LONGEST_CLOSURE_DAYS; walked++, day = day.plusDays(step)) {
            if (isBusinessDay(day)) {
                return day;
            }
        }
        throw new InvalidValueException(
                "BusinessCalendar",
                "holidays",
                "business-calendar.closed",
                "leave no business day within " + LONGEST_CLOSURE_DAYS + " days of " + from + "; check the holidays");
    }

    /**
     * The date a number of business days later: the n-th business day after it, for a negative number the n-th before it.
     * Zero days later is the date itself, business day or not; move it with a {@link BusinessDayRule}.
     */
    public LocalDate plusBusinessDays(LocalDate date, int days) {
        LocalDate day = date;
        for (int left = days; left > 0; left--) {
            day = next(day);
        }
        for (int left = days; left < 0; left++) {
            day = previous(day);
        }
        return day;
    }

    /**
     * The number of business days from a date, counted, up to another, not counted; the negated number for swapped dates.
     * One working week from Monday to Monday is 5, and so is Monday to Saturday.
     */
    public int businessDaysBetween(LocalDate startInclusive, LocalDate endExclusive) {
        if (endExclusive.isBefore(startInclusive)) {
            return -businessDaysBetween(endExclusive, startInclusive);
        }
        int count = 0;
        for (LocalDate day = startInclusive; day.isBefore(endExclusive); day = day.plusDays(1)) {
            if (isBusinessDay(day)) {
                count++;
            }
        }
        return count;
    }
}
