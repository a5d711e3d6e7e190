package dev.erpkit.core.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedSets;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/** Generators of calendars and of dates in the half century they are tried on. */
class CalendarArbitraries extends DomainContextBase {
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    @Provide
    Arbitrary<LocalDate> dates() {
        return Arbitraries.integers().between(0, 50 * 365).map(FIRST::plusDays).withoutEdgeCases();
    }

    @Provide
    Arbitrary<DateRange> ranges() {
        Arbitrary<LocalDate> starts = Arbitraries.oneOf(nearDates(), nearDates(), Arbitraries.just(LocalDate.MIN));
        Arbitrary<LocalDate> ends = Arbitraries.oneOf(nearDates(), nearDates(), Arbitraries.just(LocalDate.MAX));
        return Combinators.combine(starts, ends)
                .filter((start, end) -> start.isBefore(end))
                .as(DateRange::of);
    }

    /** Few days, so that ranges often share or touch their ends. */
    private static Arbitrary<LocalDate> nearDates() {
        return Arbitraries.integers().between(0, 12).map(FIRST::plusDays);
    }

    @Provide
    Arbitrary<FiscalScheme> schemes() {
        Arbitrary<FiscalScheme> monthly = Arbitraries.integers()
                .between(0, 365)
                .map(days ->
                        new MonthlyScheme(MonthDay.from(LocalDate.of(2000, 1, 1).plusDays(days))));
        Arbitrary<FiscalScheme> weekly = Combinators.combine(
                        Arbitraries.of(WeekPattern.class),
                        Arbitraries.of(WeekAnchor.Rule.class),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.of(Month.class))
                .as((pattern, rule, day, month) -> new WeeklyScheme(pattern, new WeekAnchor(rule, day, month)));
        return Arbitraries.oneOf(monthly, weekly).withoutEdgeCases();
    }

    /** Regular, with a short or long first year, and with up to two changes of scheme. */
    @Provide
    Arbitrary<FiscalCalendar> calendars() {
        Arbitrary<FiscalCalendar> regular =
                Combinators.combine(schemes(), Arbitraries.of(YearNaming.class)).as(CalendarArbitraries::regular);
        Arbitrary<FiscalCalendar> founded = Combinators.combine(regular, dates(), Arbitraries.of(true, false))
                .as(CalendarArbitraries::founded);
        Arbitrary<FiscalCalendar> any = Arbitraries.oneOf(regular, founded);
        Arbitrary<FiscalCalendar> changed = changed(any);
        return Arbitraries.oneOf(any, changed, changed(changed)).withoutEdgeCases();
    }

    private static FiscalCalendar regular(FiscalScheme scheme, YearNaming naming) {
        return scheme instanceof MonthlyScheme monthly
                ? FiscalCalendar.monthly(monthly.start(), naming)
                : FiscalCalendar.weekly(((WeeklyScheme) scheme).pattern(), ((WeeklyScheme) scheme).anchor(), naming);
    }

    private static FiscalCalendar founded(FiscalCalendar calendar, LocalDate firstDay, boolean longYear) {
        FiscalYear year = calendar.yearOf(firstDay);
        LocalDate end = longYear
                ? calendar.next(year).range().endExclusive()
                : year.range().endExclusive();
        return longYear && end.isAfter(firstDay.plusDays(731))
                ? calendar.startingOn(firstDay)
                : calendar.startingWith(DateRange.of(firstDay, end));
    }

    private Arbitrary<FiscalCalendar> changed(Arbitrary<FiscalCalendar> calendars) {
        return Combinators.combine(calendars, schemes(), Arbitraries.integers().between(1, 4))
                .as(CalendarArbitraries::change);
    }

    private static FiscalCalendar change(FiscalCalendar calendar, FiscalScheme scheme, int after) {
        LocalDate begin = calendar.range().startInclusive();
        LocalDate from = begin.getYear() < 1900 ? LocalDate.of(2010, 1, 1) : begin;
        FiscalPhase last = calendar.phases().getLast();
        LocalDate start = last.start().isAfter(from) ? last.start() : from;
        FiscalYear year = calendar.yearOf(start);
        for (int i = 1; i < after; i++) {
            year = calendar.next(year);
        }
        LocalDate change = year.range().endExclusive();
        int key = scheme.keyOf(change);
        boolean numberedBefore = scheme.numberOf(key, calendar.naming()) < year.number();
        return calendar.changingTo(scheme, DateRange.of(change, scheme.startOf(numberedBefore ? key + 2 : key + 1)));
    }

    @Provide
    Arbitrary<BusinessCalendar> businessCalendars() {
        Arbitrary<Set<DayOfWeek>> weekends =
                Arbitraries.of(DayOfWeek.class).set().ofMaxSize(3);
        Arbitrary<Set<LocalDate>> holidays = dates().set().ofMaxSize(400);
        Arbitrary<Set<LocalDate>> workdays = dates().set().ofMaxSize(40);
        return Combinators.combine(weekends, holidays, workdays)
                .as((weekend, closed, worked) -> new BusinessCalendar(
                        SortedSets.immutable.withAll(weekend),
                        HolidayCalendar.of(named(closed)),
                        SortedSets.immutable.withAll(worked)))
                .withoutEdgeCases();
    }

    private static ImmutableMap<LocalDate, String> named(Set<LocalDate> dates) {
        MutableMap<LocalDate, String> names = Maps.mutable.empty();
        dates.forEach(date -> names.put(date, "Holiday"));
        return names.toImmutable();
    }
}
