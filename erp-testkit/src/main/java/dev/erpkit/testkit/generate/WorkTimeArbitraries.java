package dev.erpkit.testkit.generate;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.worktime.Pauses;
import dev.erpkit.core.worktime.TimeSpan;
import dev.erpkit.core.worktime.WorkCalendar;
import dev.erpkit.core.worktime.WorkTime;
import dev.erpkit.core.worktime.WorkWeek;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.eclipse.collections.api.factory.Lists;

/** Working calendars, instants in the middle of them, and pauses. All of them concern {@link #DATES}. */
public final class WorkTimeArbitraries {
    /** The dates of the calendars, enough for the least of weeks; instants and pauses lie in 2024, which has a leap day. */
    public static final DateRange DATES = DateRange.parse("2022-01-01/2030-01-01");

    private static final long YEAR_START = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
    private static final int YEAR_SECONDS = 366 * 86_400;

    private WorkTimeArbitraries() {}

    /** Weeks with work, of one or two periods a day. */
    public static Arbitrary<WorkWeek> weeks() {
        Arbitrary<String> morning = Arbitraries.of("09:00-12:00", "08:30-12:15", "00:00-12:00", "10:00-10:30");
        Arbitrary<String> afternoon = Arbitraries.of("13:00-17:00", "12:15-18:00", "12:30-24:00", "22:00-23:59");
        return Combinators.combine(
                        Arbitraries.of(DayOfWeek.values()).set().ofMinSize(1).ofMaxSize(7),
                        morning,
                        afternoon.optional(0.7))
                .as((days, first, second) -> {
                    DayOfWeek[] worked = days.toArray(new DayOfWeek[0]);
                    WorkWeek week = WorkWeek.free().on(first, worked);
                    return second.map(period -> week.on(period, worked)).orElse(week);
                });
    }

    /** Working calendars with some holidays. */
    public static Arbitrary<WorkCalendar> calendars() {
        Arbitrary<LocalDate> holiday = Arbitraries.integers()
                .between(0, 364)
                .map(day -> LocalDate.of(2024, 1, 1).plusDays(day));
        return Combinators.combine(weeks(), holiday.list().ofMaxSize(12)).as((week, days) -> {
            HolidayCalendar holidays = HolidayCalendar.none();
            for (LocalDate day : days) {
                holidays = holidays.with(day, "holiday");
            }
            return WorkCalendar.of(week, holidays);
        });
    }

    /** Zones with and without changes of the clock. */
    public static Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Asia/Tokyo", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe")
                .map(ZoneId::of);
    }

    /** Working time over {@link #DATES}. */
    public static Arbitrary<WorkTime> times() {
        return Combinators.combine(calendars(), zones()).as((calendar, zone) -> calendar.over(DATES, zone));
    }

    /** Instants of 2024, to the second. */
    public static Arbitrary<Instant> instants() {
        return Arbitraries.integers()
                .between(0, YEAR_SECONDS)
                .map(second -> Instant.ofEpochSecond(YEAR_START + second));
    }

    /** Amounts of work, none up to a day of 24 hours. */
    public static Arbitrary<Duration> work() {
        return Arbitraries.longs().between(0, 24 * 3600).map(Duration::ofSeconds);
    }

    /** Pauses with an end, of up to some days, that may overlap. */
    public static Arbitrary<Pauses> pauses() {
        return Combinators.combine(instants(), Arbitraries.longs().between(1, 6 * 86_400))
                .as((from, seconds) -> TimeSpan.of(from, from.plusSeconds(seconds)))
                .list()
                .ofMaxSize(5)
                .map(spans -> new Pauses(Lists.immutable.ofAll(spans)));
    }
}
