package dev.erpkit.core.worktime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.calendar.HolidayCalendar;
import dev.erpkit.core.calendar.japan.JapaneseHolidays;
import dev.erpkit.core.value.InvalidValueException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WorkTimeTest {
    private static final WorkCalendar NINE_TO_FIVE =
            WorkCalendar.of(WorkWeek.mondayToFriday("09:00-17:00"), HolidayCalendar.none());
    private static final WorkTime TIME = over(NINE_TO_FIVE, "2024-01-01/2025-01-01");

    private static WorkTime over(WorkCalendar calendar, String dates) {
        return calendar.over(DateRange.parse(dates), ZoneOffset.UTC);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
    }

    private static Duration hours(long hours) {
        return Duration.ofHours(hours);
    }

    /** The snippet of the package. */
    @Test
    void the_first_lines_of_an_embedder() {
        LocalDate from = LocalDate.of(2026, 1, 1);
        LocalDate until = LocalDate.of(2027, 1, 1);
        Instant opened = Instant.parse("2026-05-01T07:00:00Z");
        Instant now = Instant.parse("2026-05-07T01:00:00Z");
        Pauses pauses = Pauses.of(TimeSpan.from(Instant.parse("2026-05-07T00:30:00Z")));

        WorkCalendar office =
                WorkCalendar.of(WorkWeek.mondayToFriday("09:00-12:00", "13:00-17:30"), JapaneseHolidays.law());
        WorkTime time = office.over(DateRange.of(from, until), ZoneId.of("Asia/Tokyo"));
        Instant due = time.add(opened, Duration.ofHours(8));
        Instant warn = time.subtract(due, Duration.ofHours(1));
        Duration worked = time.between(opened, now, pauses);

        // Friday 16:00 in Tokyo; the holidays last until Wednesday
        assertThat(due).isEqualTo(Instant.parse("2026-05-07T07:30:00Z"));
        assertThat(warn).isEqualTo(Instant.parse("2026-05-07T06:30:00Z"));
        assertThat(worked).isEqualTo(hours(2));
    }

    @Test
    void work_ends_with_the_period_and_goes_on_at_the_next_opening() {
        assertThat(TIME.add(at("2024-01-08T09:00"), hours(8))).isEqualTo(at("2024-01-08T17:00"));
        assertThat(TIME.add(at("2024-01-08T09:00"), hours(8).plusNanos(1)))
                .isEqualTo(at("2024-01-09T09:00").plusNanos(1));
        assertThat(TIME.add(at("2024-01-12T16:30"), hours(1))).isEqualTo(at("2024-01-15T09:30"));
        assertThat(TIME.add(at("2024-01-13T12:00"), hours(1))).isEqualTo(at("2024-01-15T10:00"));
    }

    @Test
    void work_is_done_from_the_opening_on_and_not_at_the_end() {
        assertThat(TIME.isWorking(at("2024-01-08T09:00"))).isTrue();
        assertThat(TIME.isWorking(at("2024-01-08T16:59:59"))).isTrue();
        assertThat(TIME.isWorking(at("2024-01-08T17:00"))).isFalse();
        assertThat(TIME.isWorking(at("2024-01-08T08:59:59"))).isFalse();
        assertThat(TIME.isWorking(at("2024-01-13T12:00"))).isFalse();
    }

    @Test
    void no_work_rolls_into_working_time() {
        assertThat(TIME.add(at("2024-01-13T12:00"), Duration.ZERO)).isEqualTo(at("2024-01-15T09:00"));
        assertThat(TIME.add(at("2024-01-12T17:00"), Duration.ZERO)).isEqualTo(at("2024-01-12T17:00"));
        assertThat(TIME.subtract(at("2024-01-13T12:00"), Duration.ZERO)).isEqualTo(at("2024-01-12T17:00"));
        assertThat(TIME.subtract(at("2024-01-12T10:00"), Duration.ZERO)).isEqualTo(at("2024-01-12T10:00"));
    }

    @Test
    void going_back_stops_at_the_latest_instant() {
        assertThat(TIME.subtract(at("2024-01-15T11:00"), hours(2))).isEqualTo(at("2024-01-15T09:00"));
        assertThat(TIME.subtract(at("2024-01-15T11:00"), hours(3))).isEqualTo(at("2024-01-12T16:00"));
        assertThat(TIME.subtract(at("2024-01-14T11:00"), hours(1))).isEqualTo(at("2024-01-12T16:00"));
    }

    @Test
    void between_is_negative_backwards() {
        assertThat(TIME.between(at("2024-01-12T16:00"), at("2024-01-15T10:00"))).isEqualTo(hours(2));
        assertThat(TIME.between(at("2024-01-15T10:00"), at("2024-01-12T16:00"))).isEqualTo(hours(-2));
        assertThat(TIME.between(at("2024-01-13T10:00"), at("2024-01-14T16:00"))).isZero();
    }

    @Test
    void a_pause_delays_by_the_work_it_takes_and_no_more() {
        Pauses weekend = Pauses.of(TimeSpan.of(at("2024-01-12T16:00"), at("2024-01-15T10:00")));
        assertThat(TIME.add(at("2024-01-12T15:00"), hours(3), weekend)).contains(at("2024-01-15T12:00"));
        assertThat(TIME.between(at("2024-01-12T15:00"), at("2024-01-15T12:00"), weekend))
                .isEqualTo(hours(3));
        assertThat(TIME.subtract(at("2024-01-15T12:00"), hours(3), weekend)).isEqualTo(at("2024-01-12T15:00"));
        Pauses night = Pauses.of(TimeSpan.of(at("2024-01-12T17:00"), at("2024-01-15T09:00")));
        assertThat(TIME.add(at("2024-01-12T15:00"), hours(3), night)).contains(at("2024-01-15T10:00"));
    }

    @Test
    void a_pause_that_begins_when_the_work_is_done_changes_nothing() {
        Pauses later = Pauses.of(TimeSpan.from(at("2024-01-12T16:00")));
        assertThat(TIME.add(at("2024-01-12T15:00"), hours(1), later)).contains(at("2024-01-12T16:00"));
        assertThat(TIME.add(at("2024-01-12T15:00"), hours(1).plusNanos(1), later))
                .isEmpty();
    }

    @Test
    void pauses_unite() {
        Pauses pauses = Pauses.of(
                TimeSpan.of(at("2024-01-12T11:00"), at("2024-01-12T12:00")),
                TimeSpan.of(at("2024-01-12T09:00"), at("2024-01-12T10:30")),
                TimeSpan.of(at("2024-01-12T10:00"), at("2024-01-12T11:00")));
        assertThat(pauses.spans()).containsExactly(TimeSpan.of(at("2024-01-12T09:00"), at("2024-01-12T12:00")));
        assertThat(pauses.contains(at("2024-01-12T11:59"))).isTrue();
        assertThat(pauses.contains(at("2024-01-12T12:00"))).isFalse();
    }

    @Test
    void the_spans_that_were_counted() {
        Pauses pause = Pauses.of(TimeSpan.of(at("2024-01-12T16:00"), at("2024-01-12T16:15")));
        assertThat(TIME.spans(at("2024-01-12T15:00"), at("2024-01-15T10:00"), pause))
                .containsExactly(
                        TimeSpan.of(at("2024-01-12T15:00"), at("2024-01-12T16:00")),
                        TimeSpan.of(at("2024-01-12T16:15"), at("2024-01-12T17:00")),
                        TimeSpan.of(at("2024-01-15T09:00"), at("2024-01-15T10:00")));
    }

    /** Berlin skips 02:00-03:00 on 2024-03-31 and repeats it on 2024-10-27. */
    @Test
    void skipped_hours_are_not_worked_and_repeated_ones_twice() {
        WorkTime nights = WorkCalendar.of(WorkWeek.free().on("01:00-04:00", DayOfWeek.SUNDAY), HolidayCalendar.none())
                .over(DateRange.parse("2024-01-01/2025-01-01"), ZoneId.of("Europe/Berlin"));
        assertThat(nights.between(at("2024-03-30T12:00"), at("2024-03-31T12:00")))
                .isEqualTo(hours(2));
        assertThat(nights.between(at("2024-10-26T12:00"), at("2024-10-27T12:00")))
                .isEqualTo(hours(4));
        assertThat(nights.add(at("2024-10-26T12:00"), hours(2))).isEqualTo(at("2024-10-27T01:00"));
        WorkTime half = WorkCalendar.of(WorkWeek.free().on("02:15-02:45", DayOfWeek.SUNDAY), HolidayCalendar.none())
                .over(DateRange.parse("2024-01-01/2025-01-01"), ZoneId.of("Europe/Berlin"));
        assertThat(half.between(at("2024-03-30T12:00"), at("2024-03-31T12:00"))).isZero();
        assertThat(half.spans(at("2024-10-26T12:00"), at("2024-10-27T12:00"), Pauses.none()))
                .containsExactly(
                        TimeSpan.of(at("2024-10-27T00:15"), at("2024-10-27T00:45")),
                        TimeSpan.of(at("2024-10-27T01:15"), at("2024-10-27T01:45")));
    }

    /** Samoa had no 30 December 2011. */
    @Test
    void a_day_that_a_zone_skipped_is_not_worked() {
        WorkTime always = WorkCalendar.of(WorkWeek.always(), HolidayCalendar.none())
                .over(DateRange.parse("2011-12-29/2012-01-01"), ZoneId.of("Pacific/Apia"));
        assertThat(always.between(at("2011-12-29T10:00"), at("2011-12-31T10:00")))
                .isEqualTo(hours(48));
    }

    @Test
    void a_date_may_differ_from_its_week() {
        LocalDate eve = LocalDate.of(2024, 12, 31);
        WorkCalendar calendar = NINE_TO_FIVE.withDate(eve, "09:00-12:00").withDate(LocalDate.of(2024, 12, 30));
        assertThat(over(calendar, "2024-12-01/2025-02-01").between(at("2024-12-28T00:00"), at("2025-01-01T00:00")))
                .isEqualTo(hours(3));
    }

    @Test
    void dates_beyond_the_known_ones_are_refused() {
        for (Runnable asked : new Runnable[] {
            () -> TIME.add(at("2024-12-31T16:00"), hours(2)),
            () -> TIME.add(at("2024-12-31T17:01"), Duration.ZERO),
            () -> TIME.add(at("2023-12-31T23:59"), hours(1)),
            () -> TIME.subtract(at("2024-01-01T10:00"), hours(2)),
            () -> TIME.between(at("2024-01-01T10:00"), at("2025-01-01T00:01"))
        }) {
            assertThatThrownBy(asked::run)
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.has("work-time.range")).isTrue());
        }
        assertThat(TIME.add(at("2024-12-31T16:00"), hours(1))).isEqualTo(at("2024-12-31T17:00"));
    }

    @Test
    void workdays_keep_the_time_of_day_where_there_is_work() {
        assertThat(NINE_TO_FIVE.plusWorkdays(LocalDateTime.parse("2010-04-16T12:33"), -5))
                .isEqualTo(LocalDateTime.parse("2010-04-09T12:33"));
        assertThat(NINE_TO_FIVE.plusWorkdays(LocalDateTime.parse("2010-04-10T11:00"), -1))
                .isEqualTo(LocalDateTime.parse("2010-04-08T09:00"));
        assertThat(NINE_TO_FIVE.plusWorkdays(LocalDateTime.parse("2010-04-10T11:00"), 1))
                .isEqualTo(LocalDateTime.parse("2010-04-13T09:00"));
        assertThat(NINE_TO_FIVE.plusWorkdays(LocalDateTime.parse("2010-04-12T21:00"), 1))
                .isEqualTo(LocalDateTime.parse("2010-04-14T09:00"));
        assertThat(NINE_TO_FIVE.plusWorkdays(LocalDateTime.parse("2010-04-12T06:00"), 1))
                .isEqualTo(LocalDateTime.parse("2010-04-13T09:00"));
        assertThat(NINE_TO_FIVE.plusWorkdays(LocalDateTime.parse("2010-04-13T06:00"), -1))
                .isEqualTo(LocalDateTime.parse("2010-04-09T09:00"));
    }

    @Test
    void periods_come_back_as_they_were_read_and_must_not_overlap() {
        assertThat(WorkPeriod.parse("00:00-00:00"))
                .hasToString("00:00-24:00")
                .isEqualTo(WorkPeriod.parse("00:00-24:00"));
        for (String text : new String[] {"9-17", "09:00", "", "09:00-25:00"}) {
            assertThatThrownBy(() -> WorkPeriod.parse(text))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.has("work-period.form")).isTrue());
        }
        assertThatThrownBy(() -> WorkPeriod.parse("22:00-06:00"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("work-period.order")).isTrue());
        assertThatThrownBy(() -> WorkWeek.mondayToFriday("09:00-12:00", "11:00-13:00"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("work-week.overlap")).isTrue());
        assertThatThrownBy(
                        () -> over(WorkCalendar.of(WorkWeek.free(), HolidayCalendar.none()), "2024-01-01/2025-01-01"))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("work-time.empty")).isTrue());
    }
}
