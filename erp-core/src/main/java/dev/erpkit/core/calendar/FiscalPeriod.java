package dev.erpkit.core.calendar;

/**
 * A period of a fiscal year: a month, a group of weeks, or what an irregular year leaves of one.
 *
 * @param year the fiscal year
 * @param index the place in the year, from 1
 * @param range the days
 */
public record FiscalPeriod(FiscalYearId year, int index, DateRange range) implements Comparable<FiscalPeriod> {
    /** In the order of time. */
    @Override
    public int compareTo(FiscalPeriod other) {
        return range.compareTo(other.range);
    }

    /** {@code 2026/P03}. */
    @Override
    public String toString() {
        return year + "/P" + (index < 10 ? "0" : "") + index;
    }
}
