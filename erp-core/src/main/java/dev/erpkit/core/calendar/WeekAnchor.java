package dev.erpkit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * On which day a fiscal year of whole weeks ends.
 *
 * @param rule how the day is found
 * @param day the day of the week on which every year ends
 * @param month the month at whose end the year ends
 */
public record WeekAnchor(Rule rule, DayOfWeek day, Month month) {
    /** How the last day of the year is found. */
    public enum Rule {
        /** The last such day of the week in the month. */
        LAST_IN_MONTH,
        /** The such day of the week nearest to the end of the month, before it or up to three days into the next. */
        NEAREST_TO_MONTH_END
    }

    /** Years that end on the last Saturday, say, of a month. */
    public static WeekAnchor last(DayOfWeek day, Month month) {
        return new WeekAnchor(Rule.LAST_IN_MONTH, day, month);
    }

    /** Years that end on the Saturday, say, nearest to the end of a month. */
    public static WeekAnchor nearest(DayOfWeek day, Month month) {
        return new WeekAnchor(Rule.NEAREST_TO_MONTH_END, day, month);
    }

    /** The last day of the year that ends about the end of the month in this calendar year. */
    LocalDate lastDay(int year) {
        LocalDate monthEnd = YearMonth.of(year, month).atEndOfMonth();
        LocalDate latest = rule == Rule.LAST_IN_MONTH ? monthEnd : monthEnd.plusDays(3);
        return latest.with(TemporalAdjusters.previousOrSame(day));
    }
}
