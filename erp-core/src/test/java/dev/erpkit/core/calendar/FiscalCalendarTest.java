package dev.erpkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalCalendarTest {
    private static final MonthlyScheme CALENDAR_YEARS = new MonthlyScheme(MonthDay.of(1, 1));
    private static final FiscalCalendar APRIL = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR);
    private static final FiscalCalendar APRIL_BY_END = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.END_YEAR);

    @ParameterizedTest
    @CsvSource({
        "--04-01, START_YEAR, 2026-03-31, 2025, 2025-04-01/2026-04-01, 2025/P12",
        "--04-01, START_YEAR, 2026-04-01, 2026, 2026-04-01/2027-04-01, 2026/P01",
        "--04-01, END_YEAR, 2026-04-01, 2027, 2026-04-01/2027-04-01, 2027/P01",
        "--01-01, START_YEAR, 2026-12-31, 2026, 2026-01-01/2027-01-01, 2026/P12",
        "--01-01, END_YEAR, 2026-12-31, 2026, 2026-01-01/2027-01-01, 2026/P12",
        "--03-21, START_YEAR, 2026-03-20, 2025, 2025-03-21/2026-03-21, 2025/P12",
        "--03-21, START_YEAR, 2026-05-20, 2026, 2026-03-21/2027-03-21, 2026/P02",
        "--01-31, START_YEAR, 2026-02-28, 2026, 2026-01-31/2027-01-31, 2026/P02",
        "--02-29, START_YEAR, 2026-02-28, 2026, 2026-02-28/2027-02-28, 2026/P01",
        "--02-29, START_YEAR, 2028-02-28, 2027, 2027-02-28/2028-02-29, 2027/P12"
    })
    void a_monthly_year_starts_on_any_day_and_is_named_by_policy(
            String start, YearNaming naming, LocalDate date, int number, DateRange range, String period) {
        FiscalCalendar calendar = FiscalCalendar.monthly(MonthDay.parse(start), naming);
        assertThat(calendar.yearOf(date).number()).isEqualTo(number);
        assertThat(calendar.yearOf(date).range()).isEqualTo(range);
        assertThat(calendar.periodOf(date)).hasToString(period);
        assertThat(calendar.year(number).range()).isEqualTo(range);
    }

    /**
     * The 4-5-4 calendar of the National Retail Federation (US): years that end on the Saturday nearest to 31 January, named
     * by their start; 2023 has a 53rd week.
     */
    @ParameterizedTest
    @CsvSource({
        "2022, 2022-01-30/2023-01-29, 28",
        "2023, 2023-01-29/2024-02-04, 35",
        "2024, 2024-02-04/2025-02-02, 28",
        "2025, 2025-02-02/2026-02-01, 28"
    })
    void retail_years_end_on_the_saturday_nearest_to_the_end_of_january(int number, DateRange range, int lastDays) {
        FiscalCalendar retail = FiscalCalendar.weekly(
                WeekPattern.FOUR_FIVE_FOUR,
                WeekAnchor.nearest(DayOfWeek.SATURDAY, Month.JANUARY),
                YearNaming.START_YEAR);
        FiscalYear year = retail.year(number);
        assertThat(year.range()).isEqualTo(range);
        assertThat(year.periods().getLast().range().days()).isEqualTo(lastDays);
        assertThat(weeks(year)).startsWith(4L, 5L, 4L, 4L, 5L, 4L).hasSize(12);
    }

    /** Apple Inc. (US) reports years to the last Saturday of September; its 2023 had 53 weeks, to 30 September 2023. */
    @ParameterizedTest
    @CsvSource({"2022, 2022-09-24, 52", "2023, 2023-09-30, 53", "2024, 2024-09-28, 52"})
    void years_end_on_the_last_saturday_of_a_month(int number, LocalDate lastDay, int weeks) {
        FiscalYear year = lastSaturday(WeekPattern.FOUR_FOUR_FIVE).year(number);
        assertThat(year.range().lastDay()).isEqualTo(lastDay);
        assertThat(year.range().days()).isEqualTo(weeks * 7L);
    }

    @Test
    void a_pattern_groups_the_weeks_and_the_last_period_takes_the_53rd() {
        assertThat(weeks(lastSaturday(WeekPattern.FOUR_FOUR_FIVE).year(2023)))
                .containsExactly(4L, 4L, 5L, 4L, 4L, 5L, 4L, 4L, 5L, 4L, 4L, 6L);
        assertThat(weeks(lastSaturday(WeekPattern.FIVE_FOUR_FOUR).year(2024)))
                .containsExactly(5L, 4L, 4L, 5L, 4L, 4L, 5L, 4L, 4L, 5L, 4L, 4L);
        assertThat(weeks(lastSaturday(WeekPattern.THIRTEEN_FOURS).year(2024)))
                .hasSize(13)
                .containsOnly(4L);
    }

    @Test
    void weekly_years_to_december_are_named_alike_by_start_and_end() {
        WeekAnchor anchor = WeekAnchor.nearest(DayOfWeek.SATURDAY, Month.DECEMBER);
        for (YearNaming naming : YearNaming.values()) {
            FiscalCalendar calendar = FiscalCalendar.weekly(WeekPattern.FOUR_FOUR_FIVE, anchor, naming);
            assertThat(calendar.yearOf(LocalDate.of(2026, 1, 3)).number()).isEqualTo(2025);
            assertThat(calendar.yearOf(LocalDate.of(2026, 1, 4)).number()).isEqualTo(2026);
        }
    }

    @Test
    void a_short_first_year_keeps_the_number_of_the_year_it_ends_with_and_counts_periods_from_one() {
        FiscalCalendar founded = APRIL.startingOn(LocalDate.of(2026, 1, 20));
        FiscalYear first = founded.yearOf(LocalDate.of(2026, 1, 20));
        assertThat(first.range()).isEqualTo(DateRange.parse("2026-01-20/2026-04-01"));
        assertThat(first.name()).isEqualTo("2025");
        assertThat(first.periods().collect(FiscalPeriod::range).castToList())
                .containsExactly(
                        DateRange.parse("2026-01-20/2026-02-01"),
                        DateRange.parse("2026-02-01/2026-03-01"),
                        DateRange.parse("2026-03-01/2026-04-01"));
        assertThat(founded.next(first)).isEqualTo(APRIL.year(2026));
        refused(() -> founded.yearOf(LocalDate.of(2026, 1, 19)), "fiscal-calendar.date");
        refused(() -> founded.previous(first), "fiscal-calendar.date");
        refused(() -> founded.year(2024), "fiscal-calendar.year");
    }

    @Test
    void a_long_first_year_has_more_than_twelve_periods() {
        FiscalCalendar founded = APRIL.startingWith(DateRange.parse("2025-02-10/2026-04-01"));
        FiscalYear first = founded.year(2025);
        assertThat(first.periods()).hasSize(14);
        assertThat(founded.periodOf(LocalDate.of(2026, 3, 31))).hasToString("2025/P14");
        assertThat(founded.years(2024)).isEmpty();
        assertThat(founded.yearOf(LocalDate.of(2025, 2, 10))).isEqualTo(first);
    }

    @Test
    void a_change_of_year_end_gives_one_short_year() {
        FiscalCalendar changed = APRIL.changingTo(CALENDAR_YEARS, DateRange.parse("2026-04-01/2027-01-01"));
        assertThat(changed.yearOf(LocalDate.of(2026, 3, 31)).name()).isEqualTo("2025");
        assertThat(changed.yearOf(LocalDate.of(2026, 4, 1)).name()).isEqualTo("2026");
        assertThat(changed.year(2026).periods()).hasSize(9);
        assertThat(changed.year(2027).range()).isEqualTo(DateRange.parse("2027-01-01/2028-01-01"));
    }

    @Test
    void a_change_of_year_end_may_give_one_long_year_and_then_a_number_is_missing() {
        FiscalCalendar changed = APRIL.changingTo(CALENDAR_YEARS, DateRange.parse("2026-04-01/2028-01-01"));
        assertThat(changed.year(2027).periods()).hasSize(21);
        assertThat(changed.years(2026)).isEmpty();
        assertThat(changed.previous(changed.year(2027)).name()).isEqualTo("2025");
    }

    @Test
    void two_years_with_one_number_differ_by_their_sequence() {
        FiscalCalendar changed = APRIL_BY_END.changingTo(CALENDAR_YEARS, DateRange.parse("2026-04-01/2027-01-01"));
        assertThat(changed.years(2026).collect(FiscalYear::name).castToList()).containsExactly("2026", "2026-2");
        assertThat(changed.year(2026).range()).isEqualTo(DateRange.parse("2025-04-01/2026-04-01"));
        assertThat(changed.periodOf(LocalDate.of(2026, 5, 1))).hasToString("2026-2/P02");
        assertThat(changed.yearOf(LocalDate.of(2027, 1, 1)).name()).isEqualTo("2027");
    }

    @Test
    void a_change_to_weeks_begins_with_what_is_left_of_a_period() {
        WeeklyScheme weeks =
                new WeeklyScheme(WeekPattern.FOUR_FOUR_FIVE, WeekAnchor.last(DayOfWeek.SATURDAY, Month.MARCH));
        FiscalCalendar changed = APRIL_BY_END.changingTo(weeks, DateRange.parse("2026-04-01/2027-03-28"));
        FiscalYear year = changed.year(2027);
        assertThat(year.periods().getFirst().range()).isEqualTo(DateRange.parse("2026-04-01/2026-04-26"));
        assertThat(year.periods()).hasSize(12);
    }

    @Test
    void what_makes_no_calendar_is_refused() {
        refused(() -> APRIL.startingWith(DateRange.parse("2025-05-01/2026-03-31")), "fiscal-calendar.first-year-end");
        refused(
                () -> APRIL.startingWith(DateRange.parse("2023-05-01/2026-04-01")),
                "fiscal-calendar.first-year-length");
        refused(() -> APRIL.startingWith(DateRange.parse("../2026-04-01")), "fiscal-calendar.date");
        refused(
                () -> APRIL.changingTo(CALENDAR_YEARS, DateRange.parse("2026-05-01/2027-01-01")),
                "fiscal-calendar.first-year-start");
        FiscalCalendar changed = APRIL.changingTo(CALENDAR_YEARS, DateRange.parse("2026-04-01/2027-01-01"));
        refused(
                () -> changed.changingTo(APRIL.phases().get(0).scheme(), DateRange.parse("2025-04-01/2026-04-01")),
                "fiscal-calendar.first-year-start");
        refused(() -> changed.startingOn(LocalDate.of(2026, 1, 1)), "fiscal-calendar.phases");
        refused(() -> new FiscalCalendar(YearNaming.START_YEAR, Lists.immutable.empty()), "fiscal-calendar.phases");
        refused(() -> APRIL.yearOf(LocalDate.of(10_000, 1, 1)), "fiscal-calendar.date");
        refused(() -> APRIL.year(Integer.MIN_VALUE), "fiscal-calendar.year");
        refused(() -> FiscalYearId.of(-1), "fiscal-year-id.bounds");
    }

    @Test
    void a_change_must_not_lead_back_to_a_lower_number() {
        FiscalCalendar named2026 = FiscalCalendar.monthly(MonthDay.of(1, 2), YearNaming.END_YEAR);
        FiscalScheme named2025 =
                new WeeklyScheme(WeekPattern.FOUR_FOUR_FIVE, WeekAnchor.nearest(DayOfWeek.FRIDAY, Month.DECEMBER));

        refused(
                () -> named2026.changingTo(named2025, DateRange.parse("2026-01-02/2026-01-03")),
                "fiscal-calendar.numbers");
    }

    @Test
    void a_year_with_a_gap_between_its_periods_cannot_be_made() {
        FiscalYear year = APRIL.year(2026);
        refused(() -> new FiscalYear(year.id(), year.range(), year.periods().drop(1)), "fiscal-year.periods");
        refused(() -> new FiscalYear(year.id(), year.range(), year.periods().take(11)), "fiscal-year.periods");
        refused(() -> year.periodOf(LocalDate.of(2027, 4, 1)), "fiscal-year.date");
    }

    @Test
    void the_first_and_the_last_date_covered_have_a_year() {
        assertThat(APRIL.yearOf(LocalDate.of(1, 1, 1)).name()).isEqualTo("0");
        assertThat(APRIL_BY_END.yearOf(LocalDate.of(9999, 12, 31)).name()).isEqualTo("10000");
    }

    private static FiscalCalendar lastSaturday(WeekPattern pattern) {
        return FiscalCalendar.weekly(
                pattern, WeekAnchor.last(DayOfWeek.SATURDAY, Month.SEPTEMBER), YearNaming.END_YEAR);
    }

    private static Iterable<Long> weeks(FiscalYear year) {
        return year.periods().collect(p -> p.range().days() / 7).castToList();
    }

    private static void refused(Runnable action, String code) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).isTrue());
    }
}
