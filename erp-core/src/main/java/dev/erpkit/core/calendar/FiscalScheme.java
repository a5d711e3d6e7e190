package dev.erpkit.core.calendar;

import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The rule by which regular fiscal years follow each other. The years of a scheme are known by a key that rises by one from
 * year to year; what they are called is up to the {@link YearNaming}.
 */
public sealed interface FiscalScheme permits MonthlyScheme, WeeklyScheme {
    /** The first day of the year with this key. */
    LocalDate startOf(int key);

    /** The key of the year that a date is in. */
    int keyOf(LocalDate date);

    /** The number that the year with this key bears. */
    int numberOf(int key, YearNaming naming);

    /** The key of the year that bears this number: the inverse of {@link #numberOf}. */
    int keyOfNumber(int number, YearNaming naming);

    /** The first days of the periods of the year with this key, in the order of time, the first day of the year included. */
    ImmutableList<LocalDate> periodStarts(int key);

    /** Tells whether a year of the scheme starts on a date. */
    default boolean isYearStart(LocalDate date) {
        return startOf(keyOf(date)).equals(date);
    }
}
