package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.insurance.InsuranceRates;
import dev.erpkit.hr.japan.insurance.InsuredMonths;
import dev.erpkit.hr.japan.insurance.InsuredStatus;
import dev.erpkit.hr.japan.insurance.PremiumShare;
import dev.erpkit.hr.japan.insurance.StandardRemuneration;
import dev.erpkit.hr.japan.retirement.RetirementKind;
import dev.erpkit.hr.japan.retirement.RetirementTax;
import dev.erpkit.hr.japan.retirement.ServiceYears;
import dev.erpkit.hr.payroll.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The premium of one scheme by itself, the month a pay bears, who is insured, and the deduction of retirement pay. */
final class PremiumPartReaders {
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 4, 1);

    private PremiumPartReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                PremiumPartReaders::premium,
                PremiumPartReaders::premiumMonth,
                PremiumPartReaders::status,
                PremiumPartReaders::retirement);
    }

    /** Support for children, the contribution to child care, pension, care or health of a standard remuneration. */
    static void premium(Case current) {
        JapaneseFacts.topic(current, "social_insurance");
        String scheme = current.topic().substring(current.topic().indexOf("social_insurance"));
        JapaneseFacts given = new JapaneseFacts(current);
        YearMonth month = given.month("premium_month", "month").orElseGet(() -> YearMonth.of(current.year(), 4));
        Optional<String> prefecture = given.prefecture();
        Optional<Long> standard = given.any("standard", "standard_monthly_remuneration", "grade", "base")
                .map(field -> field.decimal().longValueExact());
        given.nothingElse();
        boolean ofPension = scheme.contains("pension") || scheme.contains("child_c");
        Outcome<Rate> found = rate(scheme, prefecture.orElse("13"), month);
        if (JapaneseFacts.refusal(current, () -> found)) {
            return;
        }
        Rate rate = found.orElseThrow();
        long base = standard.map(pay -> ofPension ? StandardRemuneration.pensionStandard(pay, month) : pay)
                .orElse(0L);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            current.differences()
                    .number(
                            expected,
                            name.matches(".*(rate|pct)")
                                    ? BigDecimal.valueOf(rate.numerator())
                                            .multiply(BigDecimal.valueOf(100))
                                            .divide(BigDecimal.valueOf(rate.denominator()))
                                    : premium(expected, name, standard.map(ignored -> base), rate, scheme));
        }
    }

    private static Outcome<Rate> rate(String scheme, String prefecture, YearMonth month) {
        if (scheme.contains("support")) {
            return InsuranceRates.support(month);
        }
        if (scheme.contains("child_c")) {
            return InsuranceRates.childContribution(month);
        }
        if (scheme.contains("pension")) {
            return InsuranceRates.pension(month);
        }
        if (scheme.contains("care_rate") || scheme.contains("long_term_care")) {
            return InsuranceRates.care(month);
        }
        if (scheme.contains("health")) {
            return InsuranceRates.health(prefecture, month);
        }
        throw new UnsupportedCaseException(scheme);
    }

    private static BigDecimal premium(Field expected, String name, Optional<Long> standard, Rate rate, String scheme) {
        long base = standard.orElseThrow(() -> new UnsupportedCaseException(expected.path() + " of no standard"));
        PremiumShare share = PremiumShare.of(base, rate);
        BigDecimal total = PremiumShare.exactHalf(base, rate)
                .exactDecimal()
                .orElseThrow()
                .multiply(BigDecimal.valueOf(2))
                .setScale(0, RoundingMode.DOWN);
        // the employer alone bears the contribution to child care
        if (scheme.contains("child_c")) {
            return name.contains("employee") ? BigDecimal.ZERO : total;
        }
        if (name.endsWith("employee")) {
            return BigDecimal.valueOf(share.employee());
        }
        if (name.endsWith("employer")) {
            return BigDecimal.valueOf(share.employer());
        }
        if (name.matches("total|premium|support|pension|health|.*_total")) {
            return total;
        }
        throw new UnsupportedCaseException(expected.path());
    }

    /** The month whose premium a pay bears, and the other way round. */
    static void premiumMonth(Case current) {
        JapaneseFacts.topic(current, "premium_month", "timing", "collection");
        JapaneseFacts given = new JapaneseFacts(current);
        YearMonth pay = given.month("pay_month").orElseThrow(() -> new UnsupportedCaseException("no pay month"));
        given.nothingElse();
        Alias expect = new Alias(current.expect());
        Field month = expect.need("premium_month", "month");
        current.differences()
                .same(
                        month,
                        Lists.immutable.with(JapaneseFacts.month(month)),
                        InsuredMonths.deducted(
                                LONG_AGO, Optional.empty(), JapaneseSlip.payment(pay, Optional.empty())));
        expect.nothingElse();
    }

    /** Whether somebody is insured at all; an ordinary worker has 40 hours and 20 days. */
    static void status(Case current) {
        JapaneseFacts.topic(current, "insured_status", "short_time", "eligibility", "insured");
        JapaneseFacts given = new JapaneseFacts(current);
        BigDecimal hours =
                given.need("weekly_hours", "hours_per_week", "weekly_hour").decimal();
        BigDecimal ordinary = given.any("ordinary_weekly_hours", "normal_weekly_hours", "full_time_hours")
                .map(Field::decimal)
                .orElse(BigDecimal.valueOf(40));
        int days = given.countOr(0, "monthly_days", "days_per_month");
        int ordinaryDays = given.countOr(20, "ordinary_monthly_days", "normal_monthly_days", "full_time_days");
        InsuredStatus status = new InsuredStatus(
                hours.movePointRight(2).longValueExact(),
                ordinary.movePointRight(2).longValueExact(),
                days,
                ordinaryDays,
                given.amountOr(0, "monthly_wage", "wage"),
                given.flag("student"),
                given.countOr(12, "expected_months", "months"),
                given.countOr(51, "headcount", "employees", "insured_workers"));
        LocalDate day = given.any("date", "on", "day").map(Field::date).orElse(LocalDate.of(current.year(), 4, 1));
        given.nothingElse();
        if (JapaneseFacts.refusal(current, () -> status.on(day))) {
            return;
        }
        Alias expect = new Alias(current.expect());
        Field insured = expect.need("insured", "applies", "eligible");
        current.differences().same(insured, insured.truth(), status.on(day).orElseThrow());
        expect.nothingElse();
    }

    /** Years of service and the deduction they give. */
    static void retirement(Case current) {
        JapaneseFacts.topic(current, "retirement");
        JapaneseFacts given = new JapaneseFacts(current);
        Optional<LocalDate> from = given.any("from", "joined", "hired").map(Field::date);
        Optional<LocalDate> to = given.any("to", "left", "last_day").map(Field::date);
        ServiceYears service = from.isPresent() && to.isPresent()
                ? ServiceYears.between(from.get(), to.get())
                : new ServiceYears(Math.toIntExact(given.amount("years", "service_years")), 0);
        boolean disabled = given.flag("disability", "disabled");
        given.nothingElse();
        long deduction = RetirementTax.of(0, service, RetirementKind.GENERAL, disabled, true)
                .orElseThrow()
                .deduction();
        Alias expect = new Alias(current.expect());
        expect.any("years", "service_years").ifPresent(field -> {
            if (from.isEmpty()) {
                throw new UnsupportedCaseException(field.path());
            }
            current.differences().number(field, service.years());
        });
        expect.any("deduction", "retirement_deduction")
                .ifPresent(field -> current.differences().number(field, deduction));
        expect.nothingElse();
    }
}
