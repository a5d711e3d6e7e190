package dev.erpkit.hr.japan.labour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.labour.HourlyBase.Part;
import dev.erpkit.hr.japan.labour.HourlyBase.WagePart;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.AttendanceId;
import dev.erpkit.hr.time.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

class LabourTimeTest {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final RoundingPolicy HALF_UP = RoundingPolicy.parse("half-up:0");
    private static final WorkRules RULES =
            WorkRules.of(TOKYO, Duration.ofHours(8), DayOfWeek.SUNDAY, DayOfWeek.SATURDAY);

    /** March 2026 begins on a Sunday. */
    private static final DateRange MARCH = DateRange.parse("2026-03-01/2026-04-01");

    private static TimeSpan span(String from, String to) {
        return TimeSpan.of(LocalDateTime.parse("2026-03-" + from), LocalDateTime.parse("2026-03-" + to), TOKYO);
    }

    private static Attendance spell(String from, String to) {
        return Attendance.of(AttendanceId.of(from), "13", span(from, to));
    }

    private static ClassifiedTime classify(WorkRules rules, Attendance... attendances) {
        return LabourTime.classify(Lists.immutable.of(attendances), rules, MARCH);
    }

    private static long hours(ClassifiedTime time, WorkKind kind) {
        return time.seconds(kind) / 3_600;
    }

    @Test
    void beyond_eight_hours_is_overtime_and_from_ten_in_the_evening_night() {
        ClassifiedTime tuesday = classify(RULES, spell("10T09:00", "10T23:00").withBreak(span("10T12:00", "10T13:00")));
        assertThat(hours(tuesday, WorkKind.REGULAR)).isEqualTo(8);
        assertThat(hours(tuesday, WorkKind.OVERTIME)).isEqualTo(5);
        assertThat(tuesday.nightSeconds(WorkKind.OVERTIME)).isEqualTo(3_600);
        PremiumPay pay = PremiumPay.of(tuesday, Rational.of(2_000), PremiumRates.statutory(), HALF_UP);
        assertThat(pay.yen("overtime")).isEqualTo(12_500);
        assertThat(pay.yen("night")).isEqualTo(500);
        assertThat(pay.total()).isEqualTo(13_000);
        assertThat(pay.lines().getFirst().trace().render()).contains("percent=125");
        assertThat(pay.toString()).doesNotContain("12500");
    }

    @Test
    void a_short_schedule_leaves_time_within_the_limits() {
        WorkRules seven = WorkRules.of(TOKYO, Duration.ofHours(7), DayOfWeek.SUNDAY);
        ClassifiedTime time = classify(seven, spell("10T09:00", "10T18:00"));
        assertThat(hours(time, WorkKind.REGULAR)).isEqualTo(7);
        assertThat(hours(time, WorkKind.WITHIN_LIMITS)).isEqualTo(1);
        assertThat(hours(time, WorkKind.OVERTIME)).isEqualTo(1);
    }

    /** Past midnight a spell stays on its day: 22:00 to 9:00 is eight hours and three of overtime. */
    @Test
    void a_spell_belongs_to_the_day_on_which_it_began() {
        ClassifiedTime time = classify(RULES, spell("10T22:00", "11T09:00"), spell("11T13:00", "11T21:00"));
        assertThat(hours(time, WorkKind.OVERTIME)).isEqualTo(3);
        assertThat(hours(time, WorkKind.REGULAR)).isEqualTo(16);
        assertThat(time.nightSeconds(WorkKind.REGULAR)).isEqualTo(7 * 3_600);
    }

    @Test
    void a_statutory_holiday_is_a_calendar_day() {
        ClassifiedTime into = classify(RULES, spell("14T20:00", "15T06:00"));
        assertThat(hours(into, WorkKind.STATUTORY_HOLIDAY)).isEqualTo(6);
        assertThat(hours(into, WorkKind.WITHIN_LIMITS)).isEqualTo(4);
        ClassifiedTime outOf = classify(RULES, spell("15T20:00", "16T10:00"));
        assertThat(hours(outOf, WorkKind.STATUTORY_HOLIDAY)).isEqualTo(4);
        assertThat(hours(outOf, WorkKind.REGULAR)).isEqualTo(8);
        assertThat(hours(outOf, WorkKind.OVERTIME)).isEqualTo(2);
        assertThat(outOf.nightSeconds(WorkKind.STATUTORY_HOLIDAY)).isEqualTo(2 * 3_600);
        ClassifiedTime onlyAfter =
                classify(RULES, spell("15T23:00", "16T10:00").withBreak(span("15T23:00", "16T00:00")));
        assertThat(hours(onlyAfter, WorkKind.REGULAR))
                .as("what follows a holiday belongs to the next day")
                .isEqualTo(8);
    }

    private static ImmutableList<Attendance> week(int monday, int... lengths) {
        MutableList<Attendance> week = Lists.mutable.empty();
        for (int i = 0; i < lengths.length; i++) {
            LocalDate day = LocalDate.of(2026, 3, monday + i);
            week.add(Attendance.of(
                    AttendanceId.of(day.toString()),
                    "13",
                    TimeSpan.of(day.atTime(9, 0), day.atTime(9, 0).plusHours(lengths[i]), TOKYO)));
        }
        return week.toImmutable();
    }

    @Test
    void of_a_week_what_is_beyond_forty_hours_is_overtime_once() {
        ClassifiedTime full = LabourTime.classify(week(9, 8, 8, 8, 8, 8, 7), RULES, MARCH);
        assertThat(hours(full, WorkKind.OVERTIME)).isEqualTo(7);
        ClassifiedTime daily = LabourTime.classify(week(9, 10, 8, 8, 8, 8, 3), RULES, MARCH);
        assertThat(hours(daily, WorkKind.OVERTIME))
                .as("2 of the day, 3 of the week")
                .isEqualTo(5);
        WorkRules small =
                new WorkRules(TOKYO, Duration.ofHours(8), RULES.kinds(), DayOfWeek.SUNDAY, Duration.ofHours(44));
        assertThat(hours(LabourTime.classify(week(9, 8, 8, 8, 8, 8, 7), small, MARCH), WorkKind.OVERTIME))
                .isEqualTo(3);
    }

    /** The week of Sunday 29 March goes on in April: what was worked before April counts for its forty hours. */
    @Test
    void a_week_goes_over_the_end_of_a_month() {
        ImmutableList<Attendance> days = Lists.immutable
                .of(30, 31, 32, 33, 34, 35)
                .collect(n -> {
                    LocalDate day = LocalDate.of(2026, 3, 1).plusDays(n - 1L);
                    return Attendance.of(
                            AttendanceId.of(day.toString()),
                            "13",
                            TimeSpan.of(day.atTime(9, 0), day.atTime(17, 0), TOKYO));
                });
        ClassifiedTime april = LabourTime.classify(days, RULES, DateRange.parse("2026-04-01/2026-05-01"));
        assertThat(hours(april, WorkKind.OVERTIME)).isEqualTo(8);
        assertThat(april.seconds()).isEqualTo(4 * 8 * 3_600);
    }

    @Test
    void beyond_sixty_hours_of_overtime_a_month_is_set_apart() {
        ImmutableList<Attendance> month = week(2, 14, 14, 14, 14, 14)
                .newWithAll(week(9, 14, 14, 14, 14, 14))
                .newWithAll(week(15, 10));
        ClassifiedTime time = LabourTime.classify(month, RULES, MARCH);
        assertThat(hours(time, WorkKind.OVERTIME)).isEqualTo(60);
        assertThat(hours(time, WorkKind.OVERTIME_BEYOND_60)).isZero();
        assertThat(hours(time, WorkKind.STATUTORY_HOLIDAY)).isEqualTo(10);
        ClassifiedTime more = LabourTime.classify(month.newWithAll(week(16, 13)), RULES, MARCH);
        assertThat(hours(more, WorkKind.OVERTIME_BEYOND_60)).isEqualTo(5);
        assertThat(LabourTime.sixtyHours(Duration.ofHours(50), Duration.ofHours(15)))
                .isEqualTo(new LabourTime.SixtyHours(65 * 3_600, 5 * 3_600));
    }

    @Test
    void premiums_add_up() {
        PremiumRates law = PremiumRates.statutory();
        assertThat(law.totalPercent(WorkKind.OVERTIME, true)).isEqualTo(150);
        assertThat(law.totalPercent(WorkKind.OVERTIME_BEYOND_60, true)).isEqualTo(175);
        assertThat(law.totalPercent(WorkKind.STATUTORY_HOLIDAY, true)).isEqualTo(160);
        assertThat(law.totalPercent(WorkKind.REGULAR, true)).isEqualTo(125);
        assertThat(PremiumRates.statutory(LocalDate.of(2023, 3, 31), true).beyond60())
                .isEqualTo(25);
        assertThat(PremiumRates.statutory(LocalDate.of(2023, 4, 1), true).beyond60())
                .isEqualTo(50);
        assertThatThrownBy(() -> PremiumRates.statutory(LocalDate.of(2010, 3, 31), false))
                .hasMessageContaining("premium.not-covered");
        assertThatThrownBy(() -> new PremiumRates(24, 50, 35, 25)).hasMessageContaining("premium.below-statutory");
    }

    @Test
    void only_the_seven_listed_parts_stay_out_of_the_hourly_base() {
        ImmutableList<WagePart> wage = Lists.immutable.of(
                new WagePart(Part.INCLUDED, 300_000),
                new WagePart(Part.INCLUDED, 40_000),
                new WagePart(Part.COMMUTING, 15_000),
                new WagePart(Part.FAMILY, 10_000));
        assertThat(HourlyBase.of(wage, Rational.of(2_040))).isEqualTo(Rational.of(2_000));
        assertThat(HourlyBase.permittedHours(Duration.ofMinutes(629))).isEqualTo(10);
        assertThat(HourlyBase.permittedHours(Duration.ofMinutes(630))).isEqualTo(11);
        assertThat(wage.toString()).doesNotContain("300000");
        assertThatThrownBy(() -> HourlyBase.ofMonthly(1, Rational.of(-8))).hasMessageContaining("labour.annual-hours");
        assertThatThrownBy(() -> HourlyBase.ofMonthly(-1, Rational.of(8))).hasMessageContaining("labour.wage");
        assertThatThrownBy(() -> HourlyBase.permittedHours(Duration.ofHours(-1)))
                .hasMessageContaining("labour.hours");
    }

    @Test
    void rules_beyond_the_law_do_not_exist() {
        assertThatThrownBy(() -> WorkRules.of(TOKYO, Duration.ofHours(9), DayOfWeek.SUNDAY))
                .hasMessageContaining("labour.scheduled");
        assertThatThrownBy(() -> new WorkRules(
                        TOKYO, Duration.ofHours(8), RULES.kinds(), DayOfWeek.SUNDAY, Duration.ofHours(48)))
                .hasMessageContaining("labour.weekly");
        assertThatThrownBy(() -> PremiumPay.of(classify(RULES), Rational.of(-1), PremiumRates.statutory(), HALF_UP))
                .hasMessageContaining("labour.hourly");
    }
}
