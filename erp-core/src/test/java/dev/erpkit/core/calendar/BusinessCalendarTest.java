package dev.erpkit.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BusinessCalendarTest {
    /** Thursday 1 January 2026 and Friday 2 January 2026. */
    private static final HolidayCalendar NEW_YEAR = HolidayCalendar.of(
            Maps.immutable.of(LocalDate.of(2026, 1, 1), "New Year", LocalDate.of(2026, 1, 2), "Day after"));

    private static final BusinessCalendar CALENDAR = BusinessCalendar.of(NEW_YEAR);

    @ParameterizedTest
    @CsvSource({
        // date, next, previous
        "2025-12-31, 2026-01-05, 2025-12-30",
        "2026-01-01, 2026-01-05, 2025-12-31",
        "2026-01-03, 2026-01-05, 2025-12-31",
        "2026-01-05, 2026-01-06, 2025-12-31"
    })
    void the_next_and_the_previous_business_day_step_over_weekend_and_holidays(
            LocalDate date, LocalDate next, LocalDate previous) {
        assertThat(CALENDAR.next(date)).isEqualTo(next);
        assertThat(CALENDAR.previous(date)).isEqualTo(previous);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-12-31, 1, 2026-01-05",
        "2025-12-31, 2, 2026-01-06",
        "2026-01-06, -2, 2025-12-31",
        "2026-01-03, 0, 2026-01-03",
        "2026-01-03, 1, 2026-01-05",
        "2026-01-03, -1, 2025-12-31"
    })
    void business_days_are_counted_from_the_day_after(LocalDate date, int days, LocalDate expected) {
        assertThat(CALENDAR.plusBusinessDays(date, days)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-05, 2026-01-12, 5",
        "2026-01-05, 2026-01-10, 5",
        "2025-12-31, 2026-01-05, 1",
        "2026-01-05, 2025-12-31, -1",
        "2026-01-05, 2026-01-05, 0"
    })
    void business_days_between_count_the_start_and_not_the_end(LocalDate start, LocalDate end, int days) {
        assertThat(CALENDAR.businessDaysBetween(start, end)).isEqualTo(days);
    }

    @Test
    void a_declared_workday_is_a_business_day_on_a_weekend_or_a_holiday() {
        BusinessCalendar calendar =
                CALENDAR.withWorkday(LocalDate.of(2026, 1, 3)).withWorkday(LocalDate.of(2026, 1, 2));
        assertThat(calendar.next(LocalDate.of(2026, 1, 1))).isEqualTo("2026-01-02");
        assertThat(calendar.next(LocalDate.of(2026, 1, 2))).isEqualTo("2026-01-03");
    }

    @Test
    void the_weekend_is_a_choice() {
        BusinessCalendar gulf = BusinessCalendar.of(HolidayCalendar.none(), DayOfWeek.FRIDAY, DayOfWeek.SATURDAY);
        assertThat(gulf.next(LocalDate.of(2026, 1, 1))).isEqualTo("2026-01-04");
        assertThat(BusinessCalendar.of(HolidayCalendar.none(), new DayOfWeek[0]).next(LocalDate.of(2026, 1, 2)))
                .isEqualTo("2026-01-03");
    }

    @Test
    void a_calendar_without_business_days_is_refused() {
        refused(() -> BusinessCalendar.of(HolidayCalendar.none(), DayOfWeek.values()), "business-calendar.weekend");
        BusinessCalendar closed = BusinessCalendar.of(date -> Optional.of("Closed"));
        refused(() -> closed.next(LocalDate.of(2026, 1, 1)), "business-calendar.closed");
        refused(() -> closed.previousOrSame(LocalDate.of(2026, 1, 1)), "business-calendar.closed");
    }

    /** Saturday 31 January 2026, Sunday 1 February 2026, and the long weekend of 1 to 4 January 2026. */
    @ParameterizedTest
    @CsvSource({
        "none, 2026-01-31, 2026-01-31",
        "following, 2026-01-31, 2026-02-02",
        "preceding, 2026-01-31, 2026-01-30",
        "modified-following, 2026-01-31, 2026-01-30",
        "modified-following, 2026-01-01, 2026-01-05",
        "modified-preceding, 2026-01-31, 2026-01-30",
        "modified-preceding, 2026-02-01, 2026-02-02",
        "nearest, 2026-01-31, 2026-01-30",
        "nearest, 2026-02-01, 2026-02-02",
        "nearest, 2026-01-01, 2025-12-31",
        "nearest, 2026-01-02, 2025-12-31",
        "nearest, 2026-01-03, 2026-01-05"
    })
    void a_rule_moves_a_date_to_a_business_day(String rule, LocalDate date, LocalDate expected) {
        assertThat(BusinessDayRule.parse(rule).adjust(date, CALENDAR)).isEqualTo(expected);
    }

    /** A single Wednesday off has business days equally far on both sides. */
    @Test
    void the_nearest_day_is_the_later_one_when_both_are_equally_far() {
        BusinessCalendar calendar = BusinessCalendar.of(HolidayCalendar.none().with(LocalDate.of(2026, 2, 11), "Off"));
        assertThat(BusinessDayRule.NEAREST.adjust(LocalDate.of(2026, 2, 11), calendar))
                .isEqualTo("2026-02-12");
    }

    @ParameterizedTest
    @EnumSource
    void the_name_of_a_rule_reads_back(BusinessDayRule rule) {
        assertThat(BusinessDayRule.parse(rule.toString())).isEqualTo(rule);
    }

    @Test
    void an_unknown_rule_is_refused() {
        refused(() -> BusinessDayRule.parse("Following"), "business-day-rule.unknown");
    }

    @Test
    void the_host_adds_renames_and_removes_holidays_and_the_last_change_stands() {
        LocalDate day = LocalDate.of(2026, 1, 1);
        assertThat(NEW_YEAR.with(day, "Ours").name(day)).contains("Ours");
        assertThat(NEW_YEAR.without(day).isHoliday(day)).isFalse();
        assertThat(NEW_YEAR.without(day).with(day, "Again").name(day)).contains("Again");
        assertThat(NEW_YEAR.with(day, "Ours").without(day).name(day)).isEmpty();
        assertThat(NEW_YEAR.name(day)).contains("New Year");
    }

    @Test
    void of_two_calendars_together_the_first_names_a_shared_day() {
        HolidayCalendar other =
                HolidayCalendar.none().with(LocalDate.of(2026, 1, 1), "Other").with(LocalDate.of(2026, 3, 3), "Third");
        assertThat(NEW_YEAR.and(other).name(LocalDate.of(2026, 1, 1))).contains("New Year");
        assertThat(NEW_YEAR.and(other).name(LocalDate.of(2026, 3, 3))).contains("Third");
        assertThat(NEW_YEAR.and(other).name(LocalDate.of(2026, 3, 4))).isEmpty();
    }

    private static void refused(Runnable action, String code) {
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).isTrue());
    }
}
