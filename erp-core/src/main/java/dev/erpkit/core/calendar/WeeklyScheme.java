package dev.erpkit.core.calendar;

import java.time.LocalDate;
import java.time.Month;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Years of 52 or 53 whole weeks. A year is named after the calendar years of the months it stands for, not of its very
 * first and last day: a year that ends on the Saturday nearest to 31 December 2025 is 2025 under both namings, even though
 * that is 3 January 2026.
 *
 * @param pattern how the weeks are grouped into periods
 * @param anchor on which day a year ends
 */
public record WeeklyScheme(WeekPattern pattern, WeekAnchor anchor) implements FiscalScheme {
    /** The key is the calendar year at whose anchor month the year ends. */
    @Override
    public LocalDate startOf(int key) {
        return anchor.lastDay(key - 1).plusDays(1);
    }

    @Override
    public int keyOf(LocalDate date) {
        int year = date.getYear();
        if (date.isBefore(startOf(year))) {
            return year - 1;
        }
        return date.isBefore(startOf(year + 1)) ? year : year + 1;
    }

    @Override
    public int numberOf(int key, YearNaming naming) {
        return key - startsInEarlierYear(naming);
    }

    @Override
    public int keyOfNumber(int number, YearNaming naming) {
        return number + startsInEarlierYear(naming);
    }

    private int startsInEarlierYear(YearNaming naming) {
        return naming == YearNaming.START_YEAR && anchor.month() != Month.DECEMBER ? 1 : 0;
    }

    @Override
    public ImmutableList<LocalDate> periodStarts(int key) {
        return pattern.periodStarts(startOf(key));
    }
}
