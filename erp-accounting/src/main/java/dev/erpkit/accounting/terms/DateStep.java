package dev.erpkit.accounting.terms;

import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.calendar.BusinessDayRule;
import dev.erpkit.core.calendar.ClosingDay;
import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;

/**
 * One step from the day of a document to the day on which something is due. No step moves a later day before an earlier
 * one, so a later document is never due before an earlier one under the same rule.
 */
public sealed interface DateStep {
    /** The day to which this step moves a day. */
    LocalDate apply(LocalDate day, BusinessCalendar calendar);

    /** The token that {@link DateRule#parse} reads. */
    String text();

    /**
     * Days later.
     *
     * @param days 0 to 3,660
     */
    record Days(int days) implements DateStep {
        /** Checks the bounds: {@code terms.step}. */
        public Days {
            requireWithin(days, 0, 3_660);
        }

        @Override
        public LocalDate apply(LocalDate day, BusinessCalendar calendar) {
            return day.plusDays(days);
        }

        @Override
        public String text() {
            return "+" + days + "d";
        }
    }

    /**
     * Months later, on the same day of the month or the last one where the month is shorter.
     *
     * @param months 0 to 120
     */
    record Months(int months) implements DateStep {
        /** Checks the bounds: {@code terms.step}. */
        public Months {
            requireWithin(months, 0, 120);
        }

        @Override
        public LocalDate apply(LocalDate day, BusinessCalendar calendar) {
            return day.plusMonths(months);
        }

        @Override
        public String text() {
            return "+" + months + "m";
        }
    }

    /** The last day of the month. */
    record EndOfMonth() implements DateStep {
        @Override
        public LocalDate apply(LocalDate day, BusinessCalendar calendar) {
            return YearMonth.from(day).atEndOfMonth();
        }

        @Override
        public String text() {
            return "eom";
        }
    }

    /**
     * A day of the same month, forward or back; its last day where it is shorter.
     *
     * @param day 1 to 31
     */
    record DayOfMonth(int day) implements DateStep {
        /** Checks the bounds: {@code terms.step}. */
        public DayOfMonth {
            requireWithin(day, 1, 31);
        }

        @Override
        public LocalDate apply(LocalDate from, BusinessCalendar calendar) {
            return from.withDayOfMonth(Math.min(day, from.lengthOfMonth()));
        }

        @Override
        public String text() {
            return "day" + day;
        }
    }

    /**
     * Forward to the next such day of a month, the day itself if it is one; where a month is shorter its last day is one.
     * This is the closing day by which a customer's invoices are collected.
     *
     * @param day 1 to 31
     */
    record NextDayOfMonth(int day) implements DateStep {
        /** Checks the bounds: {@code terms.step}. */
        public NextDayOfMonth {
            requireWithin(day, 1, 31);
        }

        @Override
        public LocalDate apply(LocalDate from, BusinessCalendar calendar) {
            return new ClosingDay(day).closing(from);
        }

        @Override
        public String text() {
            return "next" + day;
        }
    }

    /**
     * Forward to the next such day of the week, the day itself if it is one.
     *
     * @param day the day of the week
     */
    record NextWeekday(DayOfWeek day) implements DateStep {
        @Override
        public LocalDate apply(LocalDate from, BusinessCalendar calendar) {
            return from.with(TemporalAdjusters.nextOrSame(day));
        }

        @Override
        public String text() {
            return TermTexts.WEEKDAYS.get(day.getValue() - 1);
        }
    }

    /**
     * To a business day of the calendar.
     *
     * @param rule how
     */
    record BusinessDay(BusinessDayRule rule) implements DateStep {
        @Override
        public LocalDate apply(LocalDate day, BusinessCalendar calendar) {
            return rule.adjust(day, calendar);
        }

        @Override
        public String text() {
            return rule.toString();
        }
    }

    private static void requireWithin(int number, int least, int most) {
        if (number < least || number > most) {
            throw new InvalidValueException(
                    "DateStep", "number", "terms.step", "must be " + least + " to " + most + ": " + number);
        }
    }
}
