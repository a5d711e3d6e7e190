package dev.erpkit.hr.leave;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Leave on one day.
 *
 * @param day the day
 * @param portion whether all day, half of it, or by the hour
 * @param days the part of a day that it costs, above zero, at most one
 */
public record LeaveDay(LocalDate day, LeavePortion portion, Rational days) {
    private static final Rational HALF = Rational.of(1, 2);

    /** Checks the part: {@code leave.day-part}. */
    public LeaveDay {
        boolean sound = switch (portion) {
            case FULL -> days.equals(Rational.ONE);
            case HALF -> days.equals(HALF);
            case HOURS -> days.signum() > 0 && days.compareTo(Rational.ONE) <= 0;
        };
        if (!sound) {
            throw new InvalidValueException(
                    "LeaveDay",
                    "days",
                    "leave.day-part",
                    "must be one for a full day, a half for half a day, and above zero up to one by the hour");
        }
    }

    /** All day. */
    public static LeaveDay full(LocalDate day) {
        return new LeaveDay(day, LeavePortion.FULL, Rational.ONE);
    }

    /** Half a day, whatever its hours. */
    public static LeaveDay half(LocalDate day) {
        return new LeaveDay(day, LeavePortion.HALF, HALF);
    }

    /**
     * Some hours.
     *
     * @param hours how many, above zero
     * @param hoursPerDay how many make one day of leave
     */
    public static LeaveDay hours(LocalDate day, int hours, int hoursPerDay) {
        if (hours < 1 || hoursPerDay < hours) {
            throw new InvalidValueException(
                    "LeaveDay", "hours", "leave.hours", "must be at least one and no more than make a day");
        }
        return new LeaveDay(day, LeavePortion.HOURS, Rational.of(hours, hoursPerDay));
    }

    /** Full days for the days of a range on which is worked: a day that is free anyway costs nothing. */
    public static ImmutableList<LeaveDay> full(DateRange range, BusinessCalendar worked) {
        MutableList<LeaveDay> days = Lists.mutable.empty();
        for (LocalDate day = range.startInclusive(); day.isBefore(range.endExclusive()); day = day.plusDays(1)) {
            if (worked.isBusinessDay(day)) {
                days.add(full(day));
            }
        }
        return days.toImmutable();
    }
}
