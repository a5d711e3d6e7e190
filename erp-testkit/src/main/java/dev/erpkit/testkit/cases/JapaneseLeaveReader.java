package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.leave.AnnualLeave;
import dev.erpkit.hr.japan.leave.AttendanceRate;
import dev.erpkit.hr.japan.leave.FiveDayDuty;
import dev.erpkit.hr.japan.leave.HourlyLeave;
import dev.erpkit.hr.japan.leave.StatutoryGrant;
import dev.erpkit.hr.japan.leave.WorkPattern;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LotOrder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Annual paid leave under Japanese law: grants, tables, attendance, the five-day duty, hours. */
final class JapaneseLeaveReader {
    private static final LocalDate HIRED = LocalDate.of(2020, 4, 1);

    private JapaneseLeaveReader() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                LeaveLotsReader::run,
                JapaneseLeaveReader::grant,
                JapaneseLeaveReader::fiveDays,
                JapaneseLeaveReader::hours);
    }

    static void grant(Case current) {
        Alias given = new Alias(current.given());
        Optional<Field> hired = given.any("hired", "hire_date", "hired_on", "joined", "start_date");
        int index = index(given);
        WorkPattern pattern = pattern(given);
        AttendanceRate attendance = attendance(given);
        given.nothingElse();
        StatutoryGrant grant = AnnualLeave.grant(hired.map(Field::date).orElse(HIRED), index, pattern, attendance);
        Alias expect = new Alias(current.expect());
        expect.any("days", "granted_days", "grant_days")
                .ifPresent(field -> current.differences().number(field, grant.days()));
        expect.any("granted", "eligible", "grants", "grant", "entitled")
                .ifPresent(field -> current.differences().same(field, field.truth(), grant.days() > 0));
        if (hired.isPresent()) {
            expect.any("on", "granted_on", "grant_date", "date")
                    .ifPresent(field -> current.differences().text(field, grant.on()));
            expect.any("expires", "expires_on", "expiry", "expired_on")
                    .ifPresent(field -> current.differences().text(field, grant.expires()));
        }
        expect.any("five_day_duty", "duty")
                .ifPresent(field -> current.differences()
                        .same(field, field.truth(), FiveDayDuty.applies(Rational.of(grant.days()))));
        expect.nothingElse();
    }

    private static int index(Alias given) {
        Optional<Field> index = given.any("grant_index", "index", "grant_no");
        if (index.isPresent()) {
            return RuleTexts.whole(index.get());
        }
        Optional<Field> months = given.any("months_of_service", "service_months", "months");
        Rational years = months.map(HourWords::number)
                .map(number -> number.divide(Rational.of(12)))
                .orElseGet(() -> given.any("years_of_service", "service_years", "years")
                        .map(HourWords::number)
                        .orElse(Rational.of(1, 2)));
        Rational exact = years.subtract(Rational.of(1, 2));
        if (exact.signum() < 0 || (months.isEmpty() && !exact.isWhole())) {
            throw new UnsupportedCaseException("years of service " + years);
        }
        return exact.numerator().divide(exact.denominator()).intValueExact();
    }

    private static WorkPattern pattern(Alias given) {
        Optional<Rational> hours = given.any("weekly_hours", "hours_per_week").map(HourWords::number);
        Optional<Integer> annual = given.any("annual_days", "days_per_year", "annual_scheduled_days")
                .map(RuleTexts::whole);
        Optional<Integer> weekly = given.any("weekly_days", "days_per_week").map(RuleTexts::whole);
        return annual.isPresent() && weekly.isEmpty()
                ? new WorkPattern(Optional.empty(), annual, hours)
                : new WorkPattern(Optional.of(weekly.orElse(5)), Optional.empty(), hours);
    }

    private static AttendanceRate attendance(Alias given) {
        Optional<Field> rate = given.any("attendance_rate", "attendance_pct", "attendance", "attendance_percent");
        if (rate.isPresent()) {
            Rational number = HourWords.number(rate.get());
            Rational of10000 = number.compareTo(Rational.ONE) <= 0
                    ? number.multiply(Rational.of(10_000))
                    : number.multiply(Rational.of(100));
            return new AttendanceRate(
                    10_000, of10000.numerator().divide(of10000.denominator()).intValueExact());
        }
        Optional<Field> scheduled =
                given.any("scheduled_days", "days_scheduled", "total_days", "working_days", "scheduled");
        Optional<Field> attended =
                given.any("attended_days", "days_attended", "worked_days", "days_worked", "attended");
        if (scheduled.isPresent() != attended.isPresent()) {
            throw new UnsupportedCaseException("attendance in part");
        }
        return scheduled.isPresent()
                ? new AttendanceRate(RuleTexts.whole(scheduled.get()), RuleTexts.whole(attended.get()))
                : new AttendanceRate(1, 1);
    }

    static void fiveDays(Case current) {
        Alias given = new Alias(current.given());
        Rational granted = HourWords.number(given.need("granted", "granted_days", "days_granted", "days"));
        LocalDate on =
                given.any("granted_on", "grant_date", "on").map(Field::date).orElse(HIRED);
        int taken = given.any("taken", "taken_days", "days_taken")
                .map(RuleTexts::whole)
                .orElse(0);
        given.nothingElse();
        LeaveAccount account = account(on, granted, taken);
        Optional<FiveDayDuty> duty = FiveDayDuty.of(on, granted, account, "annual");
        Alias expect = new Alias(current.expect());
        Field holds = expect.any("duty", "five_day_duty", "applies").orElse(null);
        if (holds != null) {
            current.differences().same(holds, holds.truth(), duty.isPresent());
        }
        expect.any("missing", "remaining", "days_left", "outstanding")
                .ifPresent(field -> HourWords.figure(
                        current, field, duty.map(FiveDayDuty::missing).orElse(Rational.ZERO)));
        expect.any("required", "days", "duty_days")
                .ifPresent(field -> HourWords.figure(
                        current,
                        field,
                        duty.map(d -> d.missing().add(d.taken())).orElse(Rational.ZERO)));
        expect.any("met", "fulfilled", "satisfied")
                .ifPresent(field -> current.differences()
                        .same(
                                field,
                                field.truth(),
                                duty.filter(d -> !d.missing().isZero()).isEmpty()));
        expect.any("until", "deadline", "by", "due")
                .ifPresent(field -> current.differences()
                        .same(
                                field,
                                true,
                                duty.filter(d -> d.until().equals(field.date())
                                                || d.until().minusDays(1).equals(field.date()))
                                        .isPresent()));
        expect.nothingElse();
    }

    /** A lot of which single days were taken, one after the other. */
    private static LeaveAccount account(LocalDate on, Rational granted, int taken) {
        LeaveAccount account = new LeaveAccount();
        account.apply(account.grant(new LeaveLot(LeaveId.of("lot"), "annual", on, on.plusYears(2), granted))
                .orElseThrow());
        for (int i = 0; i < taken; i++) {
            account.apply(account.take(
                            LeaveRequest.of(LeaveId.of("t" + i), "annual", LeaveDay.full(on.plusDays(i))),
                            LotOrder.EARLIEST_EXPIRY)
                    .orElseThrow());
        }
        return account;
    }

    static void hours(Case current) {
        Alias given = new Alias(current.given());
        Rational scheduled = HourWords.number(given.need("daily_hours", "scheduled_hours", "hours_per_day"));
        // the five days of the law, where a case names them
        given.any("days", "max_days")
                .map(RuleTexts::whole)
                .filter(days -> days != 5)
                .ifPresent(other -> {
                    throw new UnsupportedCaseException("hourly leave of " + other + " days");
                });
        given.nothingElse();
        int perDay = HourlyLeave.hoursPerDay(Duration.ofSeconds(
                scheduled.multiply(Rational.of(3_600)).numerator().longValueExact()));
        Alias expect = new Alias(current.expect());
        expect.any("hours_per_day", "hours_for_a_day", "one_day_hours")
                .ifPresent(field -> current.differences().number(field, perDay));
        expect.any("max_hours", "limit_hours", "yearly_limit_hours")
                .ifPresent(field -> current.differences().number(field, 5L * perDay));
        expect.nothingElse();
    }
}
