package dev.erpkit.core.calendar.japan;

import dev.erpkit.core.calendar.japan.JapaneseHoliday.Kind;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;

/** A holiday with one date in each year from {@code from} to {@code to}, both in it. */
record HolidayRule(String name, String englishName, Kind kind, int from, int to, IntFunction<LocalDate> date) {
    /** The last year of a rule that is in force. */
    static final int IN_FORCE = Integer.MAX_VALUE;

    static HolidayRule national(String name, String englishName, int from, int to, IntFunction<LocalDate> date) {
        return new HolidayRule(name, englishName, Kind.NATIONAL, from, to, date);
    }

    static HolidayRule imperial(String name, String englishName, int year, Month month, int day) {
        return new HolidayRule(name, englishName, Kind.IMPERIAL, year, year, fixed(month, day));
    }

    static IntFunction<LocalDate> fixed(Month month, int day) {
        return year -> LocalDate.of(year, month, day);
    }

    static IntFunction<LocalDate> monday(int ordinal, Month month) {
        return year -> LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(ordinal, DayOfWeek.MONDAY));
    }

    boolean appliesTo(int year) {
        return from <= year && year <= to;
    }

    JapaneseHoliday in(int year) {
        return new JapaneseHoliday(date.apply(year), name, englishName, kind);
    }
}
