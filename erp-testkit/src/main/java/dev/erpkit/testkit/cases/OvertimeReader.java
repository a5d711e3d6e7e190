package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.labour.ClassifiedTime;
import dev.erpkit.hr.japan.labour.DayKind;
import dev.erpkit.hr.japan.labour.LabourTime;
import dev.erpkit.hr.japan.labour.PremiumPay;
import dev.erpkit.hr.japan.labour.PremiumRates;
import dev.erpkit.hr.japan.labour.WorkKind;
import dev.erpkit.hr.japan.labour.WorkRules;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.AttendanceId;
import dev.erpkit.hr.time.TimeSet;
import dev.erpkit.hr.time.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Days of work in a week from Monday to Friday with a rest day on Saturday and the statutory holiday on Sunday. What is worked
 * on a rest day lies behind a full week, as in a month that was worked as scheduled.
 */
final class OvertimeReader {
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Case current;
    private final Rational hourly;
    private final ClassifiedTime time;
    private final PremiumPay pay;

    private OvertimeReader(Case current) {
        this.current = current;
        Alias given = new Alias(current.given());
        this.hourly = given.any("hourly", "hourly_rate", "hourly_wage", "hourly_base")
                .map(HourWords::number)
                .orElse(Rational.ONE);
        Duration scheduled = Duration.ofSeconds(given.any("scheduled", "scheduled_hours", "daily_scheduled_hours")
                .map(HourWords::number)
                .orElse(Rational.of(8))
                .multiply(Rational.of(3_600))
                .numerator()
                .longValueExact());
        Field work = given.need("work", "worked", "attendance", "days");
        ImmutableList<Field> days = work.isList() ? work.elements() : Lists.immutable.of(work);
        Optional<DayKind> named =
                given.any("day_kind", "day", "day_type").map(field -> JapaneseTimeReaders.dayKind(field.text()));
        given.any("statutory_holiday").ifPresent(Field::truth);
        boolean holiday = current.given().has("statutory_holiday")
                && current.given().at("statutory_holiday").truth();
        given.nothingElse();
        WorkRules rules = new WorkRules(
                TOKYO,
                scheduled,
                day -> holiday ? DayKind.STATUTORY_HOLIDAY : named.orElseGet(() -> usual(day)),
                DayOfWeek.MONDAY,
                Duration.ofHours(40));
        this.time = classify(days.collect(Field::text), rules);
        this.pay = PremiumPay.of(time, hourly, PremiumRates.statutory(), RoundingPolicy.parse("half-up:0"));
    }

    private static DayKind usual(LocalDate day) {
        return switch (day.getDayOfWeek()) {
            case SATURDAY -> DayKind.REST_DAY;
            case SUNDAY -> DayKind.STATUTORY_HOLIDAY;
            default -> DayKind.WORKDAY;
        };
    }

    private static ClassifiedTime classify(ImmutableList<String> days, WorkRules rules) {
        MutableList<Attendance> attendances = Lists.mutable.empty();
        LocalDate first = LocalDate.MAX;
        LocalDate last = LocalDate.MIN;
        LocalDate day = HourWords.monday();
        for (String text : days) {
            day = HourWords.day(text, day);
            first = day.isBefore(first) ? day : first;
            last = day.isAfter(last) ? day : last;
            ImmutableList<TimeSpan> spans = HourWords.spans(text, day, TOKYO);
            TimeSpan whole = TimeSpan.of(
                    spans.getFirst().startInclusive(), spans.getLast().endExclusive());
            attendances.add(new Attendance(
                    AttendanceId.of("a" + attendances.size()),
                    "site",
                    whole,
                    TimeSet.of(whole).minus(TimeSet.of(spans)).spans()));
            day = day.plusDays(1);
        }
        if (rules.kinds().apply(first) == DayKind.REST_DAY) {
            fullWeekBefore(first, attendances);
        }
        // what a night runs into belongs to it
        return LabourTime.classify(attendances.toImmutable(), rules, DateRange.ofClosed(first, last.plusDays(1)));
    }

    private static void fullWeekBefore(LocalDate restDay, MutableList<Attendance> attendances) {
        LocalDate monday = restDay.minusDays(restDay.getDayOfWeek().getValue() - 1L);
        for (LocalDate day = monday; day.isBefore(restDay); day = day.plusDays(1)) {
            TimeSpan span = TimeSpan.of(day.atTime(9, 0), day.atTime(17, 0), TOKYO);
            attendances.add(Attendance.of(AttendanceId.of("w" + day), "site", span));
        }
    }

    static void run(Case current) {
        OvertimeReader reader = new OvertimeReader(current);
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name)));
    }

    private void check(String name, Field expected) {
        switch (name) {
            case "overtime_hours", "ot_hours" -> hours(expected, time.overtimeSeconds());
            case "regular_hours" -> hours(expected, time.seconds(WorkKind.REGULAR));
            case "within_limits_hours", "legal_overtime_hours" -> hours(expected, time.seconds(WorkKind.WITHIN_LIMITS));
            case "holiday_hours", "statutory_holiday_hours" ->
                hours(expected, time.seconds(WorkKind.STATUTORY_HOLIDAY));
            case "night_hours" -> hours(expected, time.nightSeconds());
            case "worked_hours", "total_hours" -> hours(expected, time.seconds());
            default -> yen(name, expected);
        }
    }

    private void hours(Field expected, long seconds) {
        HourWords.figure(current, expected, ClassifiedTime.hours(seconds));
    }

    private void yen(String name, Field expected) {
        if (hourly.equals(Rational.ONE)) {
            throw new UnsupportedCaseException("pay without an hourly wage");
        }
        long overtime = pay.yen(WorkKind.OVERTIME.text()) + pay.yen(WorkKind.OVERTIME_BEYOND_60.text());
        long holiday = pay.yen(WorkKind.STATUTORY_HOLIDAY.text());
        long actual = switch (name) {
            case "overtime_pay", "overtime" -> overtime;
            case "holiday_pay", "statutory_holiday_pay" -> holiday;
            case "night_premium", "night_pay", "night" -> pay.yen("night");
            case "within_limits_pay", "legal_overtime_pay" -> pay.yen(WorkKind.WITHIN_LIMITS.text());
            case "total", "total_pay", "total_premium", "premium_pay" -> pay.total();
            default -> throw new UnsupportedCaseException(expected.path());
        };
        current.differences().number(expected, actual);
    }
}
