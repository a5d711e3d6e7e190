package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.japan.labour.ClassifiedTime;
import dev.erpkit.hr.japan.labour.DayKind;
import dev.erpkit.hr.japan.labour.HourlyBase;
import dev.erpkit.hr.japan.labour.HourlyBase.Part;
import dev.erpkit.hr.japan.labour.HourlyBase.WagePart;
import dev.erpkit.hr.japan.labour.LabourTime;
import dev.erpkit.hr.japan.labour.MinimumWages;
import dev.erpkit.hr.japan.labour.PremiumRates;
import dev.erpkit.hr.japan.labour.WorkKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Hourly base, premiums in percent, sixty hours, minimum wage and parts of a month under Japanese law. */
final class JapaneseTimeReaders {
    private static final String[] MONTHLY = {"monthly_wage", "monthly", "monthly_salary", "salary", "wage", "base"};

    private JapaneseTimeReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                JapaneseTimeReaders::premium,
                JapaneseTimeReaders::sixtyHours,
                JapaneseTimeReaders::proration,
                JapaneseTimeReaders::minimumWage,
                JapaneseTimeReaders::minimumRate,
                JapaneseTimeReaders::permittedHours,
                JapaneseTimeReaders::hourly,
                OvertimeReader::run);
    }

    private static Rational annualHours(Alias given) {
        Optional<Field> annual = given.any("annual_hours", "annual_scheduled_hours", "yearly_hours", "hours_per_year");
        if (annual.isPresent()) {
            return HourWords.number(annual.get());
        }
        Optional<Field> monthly = given.any("monthly_hours", "average_monthly_hours", "hours_per_month");
        if (monthly.isPresent()) {
            return HourWords.number(monthly.get()).multiply(Rational.of(12));
        }
        return HourWords.number(given.need("annual_days", "annual_scheduled_days", "working_days"))
                .multiply(HourWords.number(given.need("daily_hours", "hours_per_day")));
    }

    /** The monthly wage, and beside it allowances of which the law lists some. */
    private static long wage(Alias given) {
        MutableList<WagePart> parts = Lists.mutable.empty();
        parts.add(new WagePart(Part.INCLUDED, yen(given.need(MONTHLY))));
        given.any("allowances")
                .ifPresent(list ->
                        list.names().forEach(name -> parts.add(new WagePart(part(name), yen(list.at(name))))));
        for (String name : new String[] {"family", "commuting", "housing", "position", "duty"}) {
            given.any(name + "_allowance").ifPresent(field -> parts.add(new WagePart(part(name), yen(field))));
        }
        return parts.select(part -> part.part() == Part.INCLUDED).sumOfLong(WagePart::yen);
    }

    private static long yen(Field field) {
        return HourWords.number(field).numerator().longValueExact();
    }

    private static Part part(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.contains("famil") || lower.contains("家族")) {
            return Part.FAMILY;
        }
        if (lower.contains("commut") || lower.contains("通勤")) {
            return Part.COMMUTING;
        }
        if (lower.contains("hous") || lower.contains("住宅")) {
            return Part.HOUSING;
        }
        if (lower.contains("separat") || lower.contains("別居")) {
            return Part.SEPARATION;
        }
        if (lower.contains("educat") || lower.contains("教育")) {
            return Part.EDUCATION;
        }
        if (lower.contains("bonus") || lower.contains("longer") || lower.contains("賞与")) {
            return Part.LONGER_THAN_A_MONTH;
        }
        return lower.contains("temporary") || lower.contains("occasion") || lower.contains("臨時")
                ? Part.OCCASIONAL
                : Part.INCLUDED;
    }

    static void hourly(Case current) {
        Alias given = new Alias(current.given());
        Rational base = HourlyBase.ofMonthly(wage(given), annualHours(given));
        given.nothingElse();
        Alias expect = new Alias(current.expect());
        HourWords.figure(current, expect.need("hourly", "hourly_rate", "hourly_base", "hourly_wage", "rate"), base);
        expect.nothingElse();
    }

    static void premium(Case current) {
        Alias given = new Alias(current.given());
        WorkKind kind = kind(given.need("kind", "work", "class", "type").text());
        boolean night = given.any("night", "at_night").map(Field::truth).orElse(false);
        PremiumRates rates = given.any("date", "on", "work_date")
                .map(day -> PremiumRates.statutory(
                        day.date(),
                        given.any("small", "small_business", "sme")
                                .map(Field::truth)
                                .orElse(false)))
                .orElse(PremiumRates.statutory());
        given.nothingElse();
        Alias expect = new Alias(current.expect());
        int total = rates.totalPercent(kind, night);
        expect.any("total_pct", "total_percent", "total")
                .ifPresent(field -> current.differences().number(field, total));
        expect.any("premium_pct", "premium_percent", "premium")
                .ifPresent(field -> current.differences().number(field, total - 100));
        expect.nothingElse();
    }

    static WorkKind kind(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_')) {
            case "overtime", "ot", "時間外" -> WorkKind.OVERTIME;
            case "over60", "over_60", "overtime_over_60h", "overtime_over_60h_month", "ot60", "overtime_beyond_60" ->
                WorkKind.OVERTIME_BEYOND_60;
            case "holiday", "statutory_holiday", "休日" -> WorkKind.STATUTORY_HOLIDAY;
            case "regular", "none", "normal", "ordinary", "within", "scheduled" -> WorkKind.REGULAR;
            case "night", "night_only" -> WorkKind.REGULAR;
            case "within_limits", "legal_overtime", "non_statutory_overtime" -> WorkKind.WITHIN_LIMITS;
            default -> throw new UnsupportedCaseException("kind of work " + text);
        };
    }

    static void sixtyHours(Case current) {
        Alias given = new Alias(current.given());
        Rational overtime = HourWords.number(given.need("overtime_hours", "overtime", "weekday_overtime_hours"));
        Optional<Field> restDays = given.any(
                "nonstatutory_rest_day_hours",
                "non_statutory_rest_day_hours",
                "rest_day_hours",
                "nonstatutory_holiday_hours",
                "non_statutory_holiday_hours");
        Optional<Field> holidays = given.any("statutory_holiday_hours", "holiday_hours");
        // holidays are no overtime: the library is not even asked to count them
        holidays.ifPresent(HourWords::number);
        given.nothingElse();
        LabourTime.SixtyHours month = LabourTime.sixtyHours(
                seconds(overtime),
                restDays.map(f -> seconds(HourWords.number(f))).orElse(Duration.ZERO));
        Alias expect = new Alias(current.expect());
        expect.any("counter", "counted_hours", "counted")
                .ifPresent(field -> HourWords.figure(current, field, ClassifiedTime.hours(month.counted())));
        expect.any("hours_at_50pct", "hours_at_50", "over_60_hours", "beyond", "hours_over_60")
                .ifPresent(field -> HourWords.figure(current, field, ClassifiedTime.hours(month.beyond())));
        expect.any("hours_at_25pct", "hours_at_25")
                .ifPresent(field ->
                        HourWords.figure(current, field, ClassifiedTime.hours(month.counted() - month.beyond())));
        PremiumRates rates = PremiumRates.statutory();
        expect.any("hours_at_35pct", "hours_at_35").ifPresent(field -> {
            current.differences().same(field, 35, rates.premium(WorkKind.STATUTORY_HOLIDAY));
            HourWords.figure(current, field, holidays.map(HourWords::number).orElse(Rational.ZERO));
        });
        expect.nothingElse();
    }

    private static Duration seconds(Rational hours) {
        return Duration.ofSeconds(hours.multiply(Rational.of(3_600)).numerator().longValueExact());
    }

    static void proration(Case current) {
        Alias given = new Alias(current.given());
        Rational monthly = HourWords.number(given.need(MONTHLY));
        Optional<Field> absent = given.any("days_absent", "absent_days", "days_unpaid", "unpaid_days");
        Rational scheduled = HourWords.number(given.need(
                "days_scheduled",
                "scheduled_days",
                "days_in_period",
                "days_in_month",
                "calendar_days",
                "working_days"));
        Rational paid = absent.map(days -> scheduled.subtract(HourWords.number(days)))
                .orElseGet(() -> HourWords.number(given.need("days_paid", "paid_days", "days_worked", "worked_days")));
        RoundingPolicy rounding =
                given.any("rounding").map(field -> rounding(field.text())).orElse(RoundingPolicy.parse("half-up:0"));
        given.nothingElse();
        BigDecimal pay = rounding.round(monthly.multiply(paid).divide(scheduled));
        Alias expect = new Alias(current.expect());
        current.differences().number(expect.need("pay", "amount", "prorated", "wage", "gross"), pay);
        expect.any("deduction", "deducted")
                .ifPresent(field -> current.differences()
                        .number(field, rounding.round(monthly).subtract(pay)));
        expect.nothingElse();
    }

    /** The rate of a worksite on a day alone. */
    static void minimumRate(Case current) {
        Alias given = new Alias(current.given());
        Outcome<Long> rate = rateOn(given);
        given.nothingElse();
        if (JapaneseFacts.refusal(current, () -> rate)) {
            return;
        }
        Alias expect = new Alias(current.expect());
        current.differences()
                .number(expect.need("rate", "minimum", "minimum_wage", "yen_per_hour"), rate.orElseThrow());
        expect.nothingElse();
    }

    /** Overtime of a month in whole hours, as the law lets it be rounded. */
    static void permittedHours(Case current) {
        Alias given = new Alias(current.given());
        Duration worked = given.any("minutes", "overtime_minutes", "monthly_minutes", "month_minutes")
                .map(field -> Duration.ofMinutes(field.decimal().longValueExact()))
                .orElseGet(() -> clock(given.need("hours", "overtime", "monthly_overtime", "time")));
        given.nothingElse();
        Alias expect = new Alias(current.expect());
        current.differences()
                .number(expect.need("hours", "rounded_hours", "rounded"), HourlyBase.permittedHours(worked));
        expect.nothingElse();
    }

    /** Hours and minutes such as 20:29. */
    private static Duration clock(Field field) {
        String[] parts = field.text().split(":");
        if (parts.length != 2) {
            throw new UnsupportedCaseException("hours " + field.text());
        }
        return Duration.ofHours(Long.parseLong(parts[0])).plusMinutes(Long.parseLong(parts[1]));
    }

    private static RoundingPolicy rounding(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String rule = lower.contains("half-up") || lower.contains("half up")
                ? "half-up"
                : lower.contains("half-even") || lower.contains("half even")
                        ? "half-even"
                        : lower.contains("down") || lower.contains("floor") || lower.contains("trunc")
                                ? "truncate"
                                : "";
        String unit = lower.contains("yen") ? "0" : lower.contains("cent") || lower.contains("0.01") ? "2" : "";
        if (rule.isEmpty() || unit.isEmpty()) {
            throw new UnsupportedCaseException("rounding " + text);
        }
        return RoundingPolicy.parse(rule + ":" + unit);
    }

    static void minimumWage(Case current) {
        Alias given = new Alias(current.given());
        Optional<Field> hourly = given.any("hourly", "hourly_wage");
        Rational annual = hourly.isPresent() ? Rational.ONE : annualHours(given);
        Rational wage = hourly.isPresent() ? HourWords.number(hourly.get()) : HourlyBase.ofMonthly(wage(given), annual);
        long rate = given.any("rate", "minimum", "minimum_wage", "min_rate")
                .map(JapaneseTimeReaders::yen)
                .orElseGet(() -> rate(given));
        given.nothingElse();
        Alias expect = new Alias(current.expect());
        expect.any("compliant", "met", "ok", "lawful")
                .ifPresent(field -> current.differences().same(field, field.truth(), MinimumWages.isMet(wage, rate)));
        expect.any("violation", "below")
                .ifPresent(field -> current.differences().same(field, field.truth(), !MinimumWages.isMet(wage, rate)));
        expect.any("hourly", "hourly_rate", "hourly_equivalent")
                .ifPresent(field -> HourWords.figure(current, field, wage));
        expect.any(
                        "floor",
                        "monthly_floor",
                        "raised_to",
                        "replaced_by",
                        "minimum_monthly",
                        "floor_monthly",
                        "wage",
                        "pay")
                .ifPresent(field -> HourWords.figure(current, field, MinimumWages.monthlyFloor(rate, annual)));
        expect.any("rate", "minimum").ifPresent(field -> current.differences().number(field, rate));
        expect.nothingElse();
    }

    private static long rate(Alias given) {
        return rateOn(given).orElseThrow();
    }

    private static Outcome<Long> rateOn(Alias given) {
        LocalDate day = given.need("date", "work_date", "on", "day").date();
        String prefecture = given.need("prefecture", "jis", "worksite", "worksite_prefecture")
                .text();
        return MinimumWages.shipped().rate(Prefectures.code(prefecture), day);
    }

    /** The kind of day that a case names. */
    static DayKind dayKind(String text) {
        return switch (text.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_')) {
            case "statutory_holiday", "statutory", "holiday", "法定休日" -> DayKind.STATUTORY_HOLIDAY;
            case "rest_day", "rest", "non_statutory", "nonstatutory", "nonstatutory_rest_day", "所定休日", "法定外休日" ->
                DayKind.REST_DAY;
            case "workday", "weekday", "working_day", "平日" -> DayKind.WORKDAY;
            default -> throw new UnsupportedCaseException("kind of day " + text);
        };
    }
}
