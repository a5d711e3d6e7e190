package dev.erpkit.testkit.generate;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import java.time.LocalDate;
import java.time.MonthDay;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Fiscal calendars and ranges of days. */
public final class CalendarArbitraries {
    private CalendarArbitraries() {}

    /** Calendars of twelve months that start with any month, some of them on a day within the month. */
    public static Arbitrary<FiscalCalendar> calendars() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.of(1, 1, 1, 21),
                        Arbitraries.of(YearNaming.class))
                .as((month, day, naming) -> FiscalCalendar.monthly(MonthDay.of(month, day), naming));
    }

    /** Ranges of up to three years between 2020 and 2032; shrinks to the first day of 2020. */
    public static Arbitrary<DateRange> ranges() {
        return Combinators.combine(
                        DateArbitraries.days(), Arbitraries.integers().between(1, 1_000))
                .as((LocalDate start, Integer days) -> DateRange.of(start, start.plusDays(days)));
    }
}
