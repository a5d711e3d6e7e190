package dev.erpkit.core.calendar;

import dev.erpkit.core.value.InvalidValueException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The fiscal years of a company and their periods, as data: which scheme its years follow since when, and how they are
 * named. Years and periods follow each other without a gap, so that every date covered is in exactly one year and one
 * period.
 *
 * <pre>{@code
 * FiscalCalendar calendar = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR)
 *     .startingOn(LocalDate.of(2025, 11, 10))                              // short first year, to 31 March 2026
 *     .changingTo(new MonthlyScheme(MonthDay.of(1, 1)),                    // April to December 2028, then calendar years
 *         DateRange.parse("2028-04-01/2029-01-01"));
 * calendar.periodOf(LocalDate.of(2026, 5, 20)).toString();                 // 2026/P02
 * }</pre>
 *
 * <p>An irregular year is named like the regular year that ends with it, and its periods are numbered from 1. Where a change
 * of year end gives two years the same number, the later one has sequence 2; where a long year swallows another, a number
 * is missing.
 *
 * @param naming how years are named
 * @param phases which scheme applies since when, in the order of time, at least one
 */
public record FiscalCalendar(YearNaming naming, ImmutableList<FiscalPhase> phases) {
    /** The dates for which calendars are defined: the years 1 to 9999. */
    static final DateRange ALWAYS = DateRange.of(LocalDate.of(1, 1, 1), LocalDate.of(10_000, 1, 1));

    /**
     * Checks the phases: at least one ({@code fiscal-calendar.phases}), each with a first year that starts where a year of
     * the phase before ends ({@code fiscal-calendar.first-year-start}) and is not numbered below it
     * ({@code fiscal-calendar.numbers}).
     */
    public FiscalCalendar {
        if (phases.isEmpty()) {
            throw invalid("fiscal-calendar.phases", "must have at least one phase");
        }
        for (int i = 1; i < phases.size(); i++) {
            checkChange(naming, phases.get(i - 1), phases.get(i));
        }
    }

    private static void checkChange(YearNaming naming, FiscalPhase before, FiscalPhase after) {
        LocalDate start = after.start();
        boolean meets = after.firstYear().isPresent()
                && start.isAfter(before.start())
                && before.range(before.keyOf(start.minusDays(1))).endExclusive().equals(start);
        if (!meets) {
            throw invalid(
                    "fiscal-calendar.first-year-start",
                    "must start a changed year where a fiscal year of the calendar before ends, not on " + start);
        }
        int last = before.scheme().numberOf(before.keyOf(start.minusDays(1)), naming);
        int first = after.scheme().numberOf(after.firstKey(), naming);
        if (first < last) {
            throw invalid("fiscal-calendar.numbers", "must not number a year " + first + " after a year " + last);
        }
    }

    private static InvalidValueException invalid(String code, String message) {
        return new InvalidValueException("FiscalCalendar", "phases", code, message);
    }

    /** Years of twelve monthly periods that start on this month and day. */
    public static FiscalCalendar monthly(MonthDay start, YearNaming naming) {
        return always(new MonthlyScheme(start), naming);
    }

    /** Years of 52 or 53 weeks. */
    public static FiscalCalendar weekly(WeekPattern pattern, WeekAnchor anchor, YearNaming naming) {
        return always(new WeeklyScheme(pattern, anchor), naming);
    }

    private static FiscalCalendar always(FiscalScheme scheme, YearNaming naming) {
        return new FiscalCalendar(naming, Lists.immutable.of(new FiscalPhase(scheme, Optional.empty())));
    }

    /** The same calendar for a company founded on a day: its first year ends with the regular year that holds the day. */
    public FiscalCalendar startingOn(LocalDate firstDay) {
        return startingWith(DateRange.of(firstDay, yearOf(firstDay).range().endExclusive()));
    }

    /** The same calendar with this first year, short or long; it must end where a regular year ends. */
    public FiscalCalendar startingWith(DateRange firstYear) {
        if (phases.size() > 1) {
            throw invalid("fiscal-calendar.phases", "must get its first year before its first change of year end");
        }
        return new FiscalCalendar(
                naming, Lists.immutable.of(new FiscalPhase(phases.get(0).scheme(), Optional.of(firstYear))));
    }

    /**
     * The same calendar with another scheme from a date on.
     *
     * @param scheme the new scheme
     * @param firstYear the year of the change, short or long: it starts where a year of this calendar ends and ends where a
     *     year of the new scheme ends
     */
    public FiscalCalendar changingTo(FiscalScheme scheme, DateRange firstYear) {
        return new FiscalCalendar(naming, phases.newWith(new FiscalPhase(scheme, Optional.of(firstYear))));
    }

    /** The dates covered: from the first day of the first year, to the end of the year 9999. */
    public DateRange range() {
        return DateRange.of(phases.get(0).start(), ALWAYS.endExclusive());
    }

    /**
     * The fiscal year a date is in.
     *
     * @throws InvalidValueException {@code fiscal-calendar.date} when the date is not covered
     */
    public FiscalYear yearOf(LocalDate date) {
        if (!range().contains(date)) {
            throw new InvalidValueException(
                    "FiscalCalendar", "date", "fiscal-calendar.date", "must be in " + range() + " but is " + date);
        }
        int phase = phases.size() - 1;
        while (phases.get(phase).start().isAfter(date)) {
            phase--;
        }
        return year(phase, phases.get(phase).keyOf(date));
    }

    /**
     * The period a date is in.
     *
     * @throws InvalidValueException {@code fiscal-calendar.date} when the date is not covered
     */
    public FiscalPeriod periodOf(LocalDate date) {
        return yearOf(date).periodOf(date);
    }

    /**
     * The fiscal year with a number; the first when a change of year end gave it to several.
     *
     * @throws InvalidValueException {@code fiscal-calendar.year} when no year bears the number
     */
    public FiscalYear year(int number) {
        return years(number)
                .getFirstOptional()
                .orElseThrow(() -> new InvalidValueException(
                        "FiscalCalendar", "number", "fiscal-calendar.year", "names no fiscal year: " + number));
    }

    /** The fiscal years with a number in the order of time: one, or none or several where the year end was changed. */
    public ImmutableList<FiscalYear> years(int number) {
        MutableList<FiscalYear> found = Lists.mutable.empty();
        for (int i = 0; i < phases.size(); i++) {
            FiscalPhase phase = phases.get(i);
            int key = phase.scheme().keyOfNumber(number, naming);
            if (key >= phase.firstKey() && key <= lastKey(i)) {
                found.add(year(i, key));
            }
        }
        return found.toImmutable();
    }

    /** The year after a year. */
    public FiscalYear next(FiscalYear year) {
        return yearOf(year.range().endExclusive());
    }

    /** The year before a year; refused with {@code fiscal-calendar.date} for the first one. */
    public FiscalYear previous(FiscalYear year) {
        return yearOf(year.range().startInclusive().minusDays(1));
    }

    /** The period after a period, in the next year after the last one of a year. */
    public FiscalPeriod next(FiscalPeriod period) {
        return periodOf(period.range().endExclusive());
    }

    /** The period before a period; refused with {@code fiscal-calendar.date} for the first one. */
    public FiscalPeriod previous(FiscalPeriod period) {
        return periodOf(period.range().startInclusive().minusDays(1));
    }

    private int lastKey(int phase) {
        LocalDate end = phase + 1 < phases.size() ? phases.get(phase + 1).start() : ALWAYS.endExclusive();
        return phases.get(phase).keyOf(end.minusDays(1));
    }

    private FiscalYear year(int phase, int key) {
        return phases.get(phase).year(key, id(phase, key));
    }

    /** Only the first year of a phase can share its number, with the last one of the phase before. */
    private FiscalYearId id(int phase, int key) {
        int number = phases.get(phase).scheme().numberOf(key, naming);
        if (phase > 0 && key == phases.get(phase).firstKey()) {
            FiscalYearId before = id(phase - 1, lastKey(phase - 1));
            if (before.number() == number) {
                return new FiscalYearId(number, before.sequence() + 1);
            }
        }
        return FiscalYearId.of(number);
    }
}
