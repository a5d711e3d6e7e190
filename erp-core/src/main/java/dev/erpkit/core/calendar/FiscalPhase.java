package dev.erpkit.core.calendar;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * A stretch of time in which fiscal years follow one scheme, up to the start of the next phase.
 *
 * @param scheme the scheme
 * @param firstYear the first year, short or long or regular; empty when the scheme has always applied
 */
public record FiscalPhase(FiscalScheme scheme, Optional<DateRange> firstYear) {
    private static final long LONGEST_YEAR_DAYS = 731;

    /**
     * Checks the first year: it must end where a year of the scheme ends ({@code fiscal-calendar.first-year-end}), last at
     * most two years ({@code fiscal-calendar.first-year-length}) and lie in the dates that calendars cover
     * ({@code fiscal-calendar.date}).
     */
    public FiscalPhase {
        firstYear.ifPresent(year -> checkFirstYear(scheme, year));
    }

    private static void checkFirstYear(FiscalScheme scheme, DateRange year) {
        if (!FiscalCalendar.ALWAYS.encloses(year)) {
            throw new InvalidValueException(
                    "FiscalPhase",
                    "firstYear",
                    "fiscal-calendar.date",
                    "must lie in " + FiscalCalendar.ALWAYS + " but is " + year);
        }
        if (!scheme.isYearStart(year.endExclusive())) {
            throw new InvalidValueException(
                    "FiscalPhase",
                    "firstYear",
                    "fiscal-calendar.first-year-end",
                    "must end where a regular year ends but is " + year);
        }
        if (year.days() > LONGEST_YEAR_DAYS) {
            throw new InvalidValueException(
                    "FiscalPhase",
                    "firstYear",
                    "fiscal-calendar.first-year-length",
                    "must have at most " + LONGEST_YEAR_DAYS + " days but has " + year.days());
        }
    }

    /** The first day of the phase. */
    LocalDate start() {
        return firstYear.map(DateRange::startInclusive).orElse(FiscalCalendar.ALWAYS.startInclusive());
    }

    /** The key of the year that a date of the phase is in; an irregular first year has the key of the year it ends with. */
    int keyOf(LocalDate date) {
        return Math.max(scheme.keyOf(date), firstKey());
    }

    /** The key of the first year. */
    int firstKey() {
        return firstYear.isPresent()
                ? scheme.keyOf(firstYear.get().lastDay())
                : scheme.keyOf(FiscalCalendar.ALWAYS.startInclusive());
    }

    /** The days of the year with a key, which is not before the first. */
    DateRange range(int key) {
        return firstYear.isPresent() && key == firstKey()
                ? firstYear.get()
                : DateRange.of(scheme.startOf(key), scheme.startOf(key + 1));
    }

    /** The year with a key: its days cut wherever a period of the scheme starts. */
    FiscalYear year(int key, FiscalYearId id) {
        DateRange range = range(key);
        LocalDate start = range.startInclusive();
        MutableList<LocalDate> cuts = Lists.mutable.of(start);
        for (int each = scheme.keyOf(start); each <= key; each++) {
            cuts.addAllIterable(scheme.periodStarts(each).select(cut -> cut.isAfter(start)));
        }
        cuts.add(range.endExclusive());
        return new FiscalYear(id, range, periods(id, cuts));
    }

    private static ImmutableList<FiscalPeriod> periods(FiscalYearId id, MutableList<LocalDate> cuts) {
        MutableList<FiscalPeriod> periods = Lists.mutable.empty();
        for (int i = 1; i < cuts.size(); i++) {
            periods.add(new FiscalPeriod(id, i, DateRange.of(cuts.get(i - 1), cuts.get(i))));
        }
        return periods.toImmutable();
    }
}
