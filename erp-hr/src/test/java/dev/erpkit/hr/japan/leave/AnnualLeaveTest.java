package dev.erpkit.hr.japan.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LotOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Article 39 of the Labour Standards Act and article 24-3 of its Ordinance, from the printed tables. */
class AnnualLeaveTest {
    private static final LocalDate HIRED = LocalDate.of(2020, 4, 1);
    private static final WorkPattern FULL = WorkPattern.weekly(5, Rational.of(40));
    private static final AttendanceRate ALWAYS = new AttendanceRate(240, 240);

    private static int[] row(WorkPattern pattern) {
        int[] days = new int[8];
        for (int i = 0; i < 8; i++) {
            days[i] = AnnualLeave.days(i, pattern);
        }
        return days;
    }

    @Test
    void the_tables_are_those_of_the_law() {
        assertThat(row(FULL)).containsExactly(10, 11, 12, 14, 16, 18, 20, 20);
        assertThat(row(WorkPattern.weekly(4, Rational.of(29)))).containsExactly(7, 8, 9, 10, 12, 13, 15, 15);
        assertThat(row(WorkPattern.weekly(3, Rational.of(20)))).containsExactly(5, 6, 6, 8, 9, 10, 11, 11);
        assertThat(row(WorkPattern.weekly(2, Rational.of(12)))).containsExactly(3, 4, 4, 5, 6, 6, 7, 7);
        assertThat(row(WorkPattern.weekly(1, Rational.of(6)))).containsExactly(1, 2, 2, 2, 3, 3, 3, 3);
    }

    @Test
    void days_a_year_have_bands_and_thirty_hours_are_full() {
        int[] edges = {217, 216, 169, 168, 121, 120, 73, 72, 48, 47};
        int[] days = {10, 7, 7, 5, 5, 3, 3, 1, 1, 0};
        for (int i = 0; i < edges.length; i++) {
            assertThat(AnnualLeave.days(0, WorkPattern.annual(edges[i])))
                    .as("%s days", edges[i])
                    .isEqualTo(days[i]);
        }
        assertThat(AnnualLeave.days(0, WorkPattern.weekly(4, Rational.of(30)))).isEqualTo(10);
        assertThat(AnnualLeave.days(0, WorkPattern.weekly(5, Rational.of(20)))).isEqualTo(10);
    }

    @Test
    void grants_come_after_half_a_year_and_every_year_and_expire_after_two() {
        StatutoryGrant third = AnnualLeave.grant(HIRED, 2, FULL, ALWAYS);
        assertThat(third.on()).isEqualTo("2022-10-01");
        assertThat(third.days()).isEqualTo(12);
        assertThat(third.expires()).isEqualTo("2024-10-01");
        assertThat(third.trace().render()).contains("byTable=12");
        assertThat(third.lot(LeaveId.of("l"), "annual").orElseThrow().days()).isEqualTo(Rational.of(12));
    }

    /** Civil Code, article 143: a month without the day ends with its last day. */
    @Test
    void half_a_year_from_the_end_of_august_has_passed_on_the_first_of_march() {
        assertThat(AnnualLeave.day(LocalDate.of(2023, 8, 31), 0)).isEqualTo("2024-03-01");
        assertThat(AnnualLeave.day(LocalDate.of(2023, 8, 29), 0)).isEqualTo("2024-02-29");
        assertThat(AnnualLeave.grant(LocalDate.of(2023, 8, 29), 0, FULL, ALWAYS).expires())
                .isEqualTo("2026-03-01");
    }

    @Test
    void below_eighty_percent_nothing_is_granted_but_service_counts() {
        assertThat(AnnualLeave.grant(HIRED, 1, FULL, new AttendanceRate(240, 192))
                        .days())
                .isEqualTo(11);
        StatutoryGrant missed = AnnualLeave.grant(HIRED, 1, FULL, new AttendanceRate(240, 191));
        assertThat(missed.days()).isZero();
        assertThat(missed.lot(LeaveId.of("l"), "annual")).isEmpty();
        assertThat(AnnualLeave.grant(HIRED, 2, FULL, ALWAYS).days()).isEqualTo(12);
        assertThat(new AttendanceRate(0, 0).isEnough()).isFalse();
    }

    private static LeaveAccount account() {
        LeaveAccount account = new LeaveAccount();
        account.apply(account.grant(AnnualLeave.grant(HIRED, 0, FULL, ALWAYS)
                        .lot(LeaveId.of("l"), "annual")
                        .orElseThrow())
                .orElseThrow());
        return account;
    }

    private static void take(LeaveAccount account, String id, LeaveDay... days) {
        account.apply(account.take(LeaveRequest.of(LeaveId.of(id), "annual", days), LotOrder.EARLIEST_EXPIRY)
                .orElseThrow());
    }

    @Test
    void five_days_must_be_taken_within_a_year_of_ten() {
        LeaveAccount account = account();
        LocalDate on = LocalDate.of(2020, 10, 1);
        take(account, "a", LeaveDay.full(on), LeaveDay.half(on.plusDays(1)));
        take(account, "b", LeaveDay.hours(on.plusDays(2), 4, 8));
        take(account, "c", LeaveDay.full(on.plusYears(1)));
        FiveDayDuty duty =
                FiveDayDuty.of(on, Rational.of(10), account, "annual").orElseThrow();
        assertThat(duty.taken()).as("hours and the year after do not count").isEqualTo(Rational.parse("1.5"));
        assertThat(duty.missing()).isEqualTo(Rational.parse("3.5"));
        assertThat(duty.until()).isEqualTo("2021-10-01");
        assertThat(FiveDayDuty.of(on, Rational.of(9), account, "annual")).isEmpty();
    }

    @Test
    void leave_by_the_hour_ends_at_five_days() {
        assertThat(HourlyLeave.hoursPerDay(Duration.ofMinutes(450))).isEqualTo(8);
        assertThat(HourlyLeave.hoursPerDay(Duration.ofHours(8))).isEqualTo(8);
        LeaveAccount account = account();
        LocalDate on = LocalDate.of(2020, 10, 1);
        for (int i = 0; i < 5; i++) {
            take(account, "h" + i, LeaveDay.hours(on.plusDays(i), 7, 8));
        }
        LeaveRequest five = LeaveRequest.of(LeaveId.of("x"), "annual", LeaveDay.hours(on.plusDays(9), 5, 8));
        LeaveRequest six = LeaveRequest.of(LeaveId.of("x"), "annual", LeaveDay.hours(on.plusDays(9), 6, 8));
        assertThat(HourlyLeave.refusal(five, account, on)).isEmpty();
        assertThat(HourlyLeave.refusal(six, account, on).orElseThrow().code().value())
                .isEqualTo("annual-leave.hourly-limit");
        assertThatThrownBy(() -> HourlyLeave.hoursPerDay(Duration.ofHours(-8)))
                .hasMessageContaining("annual-leave.scheduled");
    }

    @Test
    void what_cannot_be_does_not_exist() {
        assertThatThrownBy(() -> AnnualLeave.days(-1, FULL)).hasMessageContaining("annual-leave.index");
        assertThatThrownBy(() -> new AttendanceRate(10, 11)).hasMessageContaining("annual-leave.attendance");
        assertThatThrownBy(() -> WorkPattern.weekly(8, Rational.of(40))).hasMessageContaining("annual-leave.pattern");
        assertThatThrownBy(() -> WorkPattern.weekly(5, Rational.of(-1))).hasMessageContaining("annual-leave.pattern");
        assertThatThrownBy(() -> new WorkPattern(Optional.of(5), Optional.of(200), Optional.empty()))
                .hasMessageContaining("annual-leave.pattern");
    }
}
