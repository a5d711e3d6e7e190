package dev.erpkit.accounting.recurring;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Every so many months on a day of the month.
 *
 * @param start no occurrence before this day
 * @param everyMonths 1 for monthly, 3 for quarterly, 12 for yearly
 * @param day the day of the month; beyond the end of a month its last day, so 31 is the end of every month
 * @param adjust what becomes of days without business
 * @param until no occurrence after this day
 * @param count how many occurrences at most
 */
public record CalendarRule(
        LocalDate start,
        int everyMonths,
        int day,
        BusinessDayRule adjust,
        Optional<LocalDate> until,
        Optional<Integer> count) {
    /** Checks the bounds: {@code recurring.rule}. */
    public CalendarRule {
        boolean sound = everyMonths >= 1
                && everyMonths <= 1200
                && day >= 1
                && day <= 31
                && count.map(n -> n >= 1).orElse(true)
                && until.map(last -> !last.isBefore(start)).orElse(true);
        if (!sound) {
            throw new InvalidValueException(
                    "CalendarRule",
                    "everyMonths",
                    "recurring.rule",
                    "must be every 1 to 1200 months on day 1 to 31, at least once and not until before its start");
        }
    }

    /** Every month on a day, without end. */
    public static CalendarRule monthly(LocalDate start, int day) {
        return every(1, start, day);
    }

    /** Every so many months on a day, without end. */
    public static CalendarRule every(int months, LocalDate start, int day) {
        return new CalendarRule(start, months, day, BusinessDayRule.NONE, Optional.empty(), Optional.empty());
    }

    /** The same rule with days without business moved. */
    public CalendarRule moving(BusinessDayRule rule) {
        return new CalendarRule(start, everyMonths, day, rule, until, count);
    }

    /** The same rule through a day. */
    public CalendarRule through(LocalDate last) {
        return new CalendarRule(start, everyMonths, day, adjust, Optional.of(last), count);
    }

    /** The same rule so many times. */
    public CalendarRule times(int n) {
        return new CalendarRule(start, everyMonths, day, adjust, until, Optional.of(n));
    }

    /** The day of the occurrence at a place from 1 by the rule, before it is moved; empty behind the last one. */
    public Optional<LocalDate> nominal(int place) {
        boolean late = on(YearMonth.from(start)).isBefore(start);
        YearMonth first = YearMonth.from(start).plusMonths(late ? 1 : 0);
        LocalDate found = on(first.plusMonths((long) everyMonths * (place - 1)));
        boolean over = count.map(n -> place > n).orElse(false)
                || until.map(found::isAfter).orElse(false);
        return over ? Optional.empty() : Optional.of(found);
    }

    private LocalDate on(YearMonth month) {
        return month.atDay(Math.min(day, month.lengthOfMonth()));
    }

    /** The day of the occurrence at a place from 1; empty behind the last one. */
    public Optional<LocalDate> occurrence(int place, BusinessCalendar calendar) {
        return nominal(place).map(found -> adjust.adjust(found, calendar));
    }
}
