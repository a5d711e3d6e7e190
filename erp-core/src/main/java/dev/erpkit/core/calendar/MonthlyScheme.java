package dev.erpkit.core.calendar;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Years of twelve monthly periods. Every period starts on the same day of the month, or on the last day of a month that is
 * too short: a year that starts on 31 January has a second period from 28 or 29 February.
 *
 * @param start the month and day on which a year starts; 29 February means 28 February in common years
 */
public record MonthlyScheme(MonthDay start) implements FiscalScheme {
    private static final int PERIODS = 12;

    /** The key is the calendar year in which the year starts. */
    @Override
    public LocalDate startOf(int key) {
        return periodStart(key, 0);
    }

    @Override
    public int keyOf(LocalDate date) {
        return date.isBefore(startOf(date.getYear())) ? date.getYear() - 1 : date.getYear();
    }

    @Override
    public int numberOf(int key, YearNaming naming) {
        return key + endsInLaterYear(naming);
    }

    @Override
    public int keyOfNumber(int number, YearNaming naming) {
        return number - endsInLaterYear(naming);
    }

    private int endsInLaterYear(YearNaming naming) {
        boolean calendarYear = start.getMonthValue() == 1 && start.getDayOfMonth() == 1;
        return naming == YearNaming.END_YEAR && !calendarYear ? 1 : 0;
    }

    @Override
    public ImmutableList<LocalDate> periodStarts(int key) {
        MutableList<LocalDate> starts = Lists.mutable.empty();
        for (int months = 0; months < PERIODS; months++) {
            starts.add(periodStart(key, months));
        }
        return starts.toImmutable();
    }

    private LocalDate periodStart(int key, int months) {
        YearMonth month = YearMonth.of(key, start.getMonth()).plusMonths(months);
        return month.atDay(Math.min(start.getDayOfMonth(), month.lengthOfMonth()));
    }
}
