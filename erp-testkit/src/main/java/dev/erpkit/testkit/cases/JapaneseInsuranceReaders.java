package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.insurance.EmploymentInsurance;
import dev.erpkit.hr.japan.insurance.EmploymentInsurance.Business;
import dev.erpkit.hr.japan.insurance.InsuranceRates;
import dev.erpkit.hr.japan.insurance.InsuredMonths;
import dev.erpkit.hr.japan.insurance.PremiumShare;
import dev.erpkit.hr.japan.insurance.StandardBonus;
import dev.erpkit.hr.japan.insurance.StandardRemuneration;
import dev.erpkit.hr.payroll.Rate;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Social and labour insurance in Japan: rates, grades, premiums, months. */
final class JapaneseInsuranceReaders {
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 4, 1);

    private JapaneseInsuranceReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                JapaneseInsuranceReaders::gradeTable,
                JapaneseInsuranceReaders::gradeLookup,
                JapaneseInsuranceReaders::rounding,
                JapaneseInsuranceReaders::employment,
                JapaneseInsuranceReaders::ages,
                JapaneseInsuranceReaders::months,
                JapaneseInsuranceReaders::exemption,
                JapaneseInsuranceReaders::bonus);
    }

    private static YearMonth premiumMonth(Case current, JapaneseFacts given) {
        return given.month("premium_month", "month").orElseGet(() -> YearMonth.of(current.year(), 4));
    }

    /** Exact halves and totals as the printed tables have them, and the rates themselves. */
    static void gradeTable(Case current) {
        JapaneseFacts.topic(current, "social_insurance", "health_rate");
        JapaneseFacts given = new JapaneseFacts(current);
        YearMonth month = premiumMonth(current, given);
        String prefecture = given.prefecture().orElseThrow(() -> new UnsupportedCaseException("no prefecture"));
        long standard = given.amountOr(0, "standard_monthly_remuneration", "standard", "grade");
        given.nothingElse();
        if (JapaneseFacts.refusal(current, () -> InsuranceRates.healthWithCare(prefecture, month))) {
            return;
        }
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            boolean pension = name.startsWith("pension") || name.startsWith("child_contribution");
            long base = pension ? StandardRemuneration.pensionStandard(standard, month) : standard;
            Rate rate = rate(name, prefecture, month).orElseThrow();
            current.differences().number(expected, figure(name, base, rate));
        }
    }

    private static Outcome<Rate> rate(String name, String prefecture, YearMonth month) {
        if (name.startsWith("health_care")) {
            return InsuranceRates.healthWithCare(prefecture, month);
        }
        if (name.startsWith("support") || name.startsWith("child_support")) {
            return InsuranceRates.support(month);
        }
        if (name.startsWith("pension")) {
            return InsuranceRates.pension(month);
        }
        if (name.startsWith("child_contribution")) {
            return InsuranceRates.childContribution(month);
        }
        if (name.startsWith("care")) {
            return InsuranceRates.care(month);
        }
        if (name.startsWith("health") || name.startsWith("rate")) {
            return InsuranceRates.health(prefecture, month);
        }
        throw new UnsupportedCaseException(name);
    }

    private static BigDecimal figure(String name, long base, Rate rate) {
        BigDecimal half = PremiumShare.exactHalf(base, rate).exactDecimal().orElseThrow();
        PremiumShare share = PremiumShare.of(base, rate);
        if (name.endsWith("_half")) {
            return half;
        }
        if (name.endsWith("_total")) {
            return half.add(half);
        }
        if (name.endsWith("_employee")) {
            return BigDecimal.valueOf(share.employee());
        }
        if (name.endsWith("_employer")) {
            return BigDecimal.valueOf(share.employer());
        }
        if (name.contains("rate") || name.endsWith("pct")) {
            return BigDecimal.valueOf(rate.numerator())
                    .multiply(BigDecimal.valueOf(100))
                    .divide(BigDecimal.valueOf(rate.denominator()));
        }
        throw new UnsupportedCaseException(name);
    }

    static void gradeLookup(Case current) {
        JapaneseFacts.topic(current, "grade", "remuneration", "pension_cap");
        JapaneseFacts given = new JapaneseFacts(current);
        long pay = given.amount("monthly_remuneration", "remuneration", "pay", "monthly_pay");
        YearMonth month = given.month("premium_month", "month").orElse(YearMonth.of(current.year(), 9));
        given.nothingElse();
        StandardRemuneration.Grade health = StandardRemuneration.health(pay);
        StandardRemuneration.Grade pension = StandardRemuneration.pension(pay, month);
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            current.differences()
                    .number(
                            expected,
                            switch (name) {
                                case "health_grade", "grade" -> health.number();
                                case "standard", "health_standard", "standard_monthly_remuneration" ->
                                    health.standard();
                                case "pension_standard" -> pension.standard();
                                case "pension_grade" -> pension.number();
                                default -> throw new UnsupportedCaseException(expected.path());
                            });
        }
    }

    static void rounding(Case current) {
        JapaneseFacts.topic(current, "social_insurance", "child_contribution", "support");
        JapaneseFacts given = new JapaneseFacts(current);
        long base = given.amount("base", "standard");
        Rate rate = Rate.percent(given.need("total_rate_pct", "rate_pct").text());
        given.nothingElse();
        shares(current, PremiumShare.of(base, rate));
    }

    private static void shares(Case current, PremiumShare share) {
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            current.differences()
                    .number(
                            expected,
                            switch (name) {
                                case "employee" -> share.employee();
                                case "employer" -> share.employer();
                                case "total" -> share.employee() + share.employer();
                                default -> throw new UnsupportedCaseException(expected.path());
                            });
        }
    }

    static void employment(Case current) {
        JapaneseFacts.topic(current, "employment_insurance", "workers_comp", "accident");
        JapaneseFacts given = new JapaneseFacts(current);
        Optional<String> business =
                given.any("business", "business_type", "class").map(Field::text);
        Optional<LocalDate> closing =
                given.any("wage_closing_date", "closing_date", "closing").map(Field::date);
        Optional<Long> wage = given.any("wage", "wages", "gross", "bonus")
                .map(field -> field.decimal().longValueExact());
        Optional<String> employee = given.any("employee_per_mille").map(Field::text);
        Optional<String> employer =
                given.any("employer_per_mille", "per_mille", "rate_per_mille").map(Field::text);
        given.nothingElse();
        if (employer.isPresent() && employee.isEmpty()) {
            long premium = EmploymentInsurance.accidentPremium(wage.orElseThrow(), Rate.perMille(employer.get()));
            new Alias(current.expect()).need("employer", "premium", "workers_comp", "amount");
            current.expect()
                    .names()
                    .forEach(name ->
                            current.differences().number(current.expect().at(name), premium));
            return;
        }
        Outcome<EmploymentInsurance.Rates> rates = employee.isPresent()
                ? Outcome.accepted(new EmploymentInsurance.Rates(
                        Rate.perMille(employee.get()), Rate.perMille(employer.orElseThrow())))
                : EmploymentInsurance.rates(
                        business(business.orElse("general")),
                        closing.orElseGet(() -> LocalDate.of(current.year(), 4, 30)));
        if (JapaneseFacts.refusal(current, () -> rates)) {
            return;
        }
        if (wage.isPresent()) {
            shares(current, rates.orElseThrow().of(wage.get()));
            return;
        }
        for (String name : current.expect().names()) {
            Rate rate = name.startsWith("employee")
                    ? rates.orElseThrow().employee()
                    : rates.orElseThrow().employer();
            if (!name.startsWith("employe")) {
                throw new UnsupportedCaseException(name);
            }
            current.differences()
                    .number(
                            current.expect().at(name),
                            BigDecimal.valueOf(rate.numerator())
                                    .multiply(BigDecimal.valueOf(1000))
                                    .divide(BigDecimal.valueOf(rate.denominator())));
        }
    }

    static Business business(String text) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.startsWith("gen") || name.equals("一般")) {
            return Business.GENERAL;
        }
        if (name.startsWith("agri") || name.startsWith("forest") || name.startsWith("sake")) {
            return Business.AGRICULTURE;
        }
        if (name.startsWith("constr")) {
            return Business.CONSTRUCTION;
        }
        throw new UnsupportedCaseException("business " + text);
    }

    static void ages(Case current) {
        JapaneseFacts.topic(current, "age", "care", "pension", "health");
        JapaneseFacts given = new JapaneseFacts(current);
        LocalDate born =
                given.need("born", "date_of_birth", "birth_date", "birthday").date();
        YearMonth month = premiumMonth(current, given);
        given.nothingElse();
        if (JapaneseFacts.refusal(current, () -> InsuredMonths.care(born, month))) {
            return;
        }
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            Outcome<Boolean> due = switch (name.split("_")[0]) {
                case "care" -> InsuredMonths.care(born, month);
                case "pension" -> InsuredMonths.pension(born, month);
                case "health" -> InsuredMonths.health(born, month);
                default -> throw new UnsupportedCaseException(expected.path());
            };
            current.differences().same(expected, expected.truth(), due.orElseThrow());
        }
    }

    static void months(Case current) {
        JapaneseFacts.topic(current, "social_insurance");
        JapaneseFacts given = new JapaneseFacts(current);
        Optional<LocalDate> began = given.any("joined", "hired", "acquired", "acquired_on", "first_day")
                .map(Field::date);
        LocalDate joined = began.orElse(LONG_AGO);
        Optional<LocalDate> lastDay = given.any("last_day", "left")
                .map(Field::date)
                .or(() -> given.any("lost_on", "loss_date")
                        .map(lost -> lost.date().minusDays(1)));
        Optional<YearMonth> month = given.month("premium_month", "month").or(() -> began.map(YearMonth::from));
        Optional<YearMonth> payMonth = given.month("pay_month");
        given.nothingElse();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "premium_due", "due" ->
                    current.differences()
                            .same(
                                    expected,
                                    expected.truth(),
                                    InsuredMonths.due(
                                            joined,
                                            lastDay,
                                            month.orElseThrow(() -> new UnsupportedCaseException("no month"))));
                case "loss_date", "lost_on" ->
                    current.differences().text(expected, lastDay.orElseThrow().plusDays(1));
                case "deducted_from_pay_month", "first_deduction" ->
                    current.differences()
                            .same(
                                    expected,
                                    Lists.immutable.with(YearMonth.from(joined)),
                                    InsuredMonths.deducted(
                                            joined,
                                            lastDay,
                                            JapaneseSlip.payment(JapaneseFacts.month(expected), lastDay)));
                case "premiums", "premium_months", "months" -> {
                    ImmutableList<YearMonth> deducted = InsuredMonths.deducted(
                            joined,
                            lastDay,
                            JapaneseSlip.payment(
                                    payMonth.orElseThrow(() -> new UnsupportedCaseException("no pay month")), lastDay));
                    if (expected.isList()) {
                        current.differences()
                                .same(
                                        expected,
                                        expected.elements().collect(Field::text),
                                        deducted.collect(YearMonth::toString));
                    } else {
                        current.differences().number(expected, deducted.size());
                    }
                }
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** A month of leave, through the pack. */
    static void exemption(Case current) {
        JapaneseFacts.topic(current, "exemption");
        JapaneseFacts given = new JapaneseFacts(current);
        String leave = given.need("exemption", "leave").text().toLowerCase(Locale.ROOT);
        boolean exempt = leave.startsWith("childcare") || leave.startsWith("maternity");
        if (!exempt && !leave.equals("none")) {
            throw new UnsupportedCaseException("exemption " + leave);
        }
        long standard = given.amount("standard", "grade");
        long gross = given.amountOr(standard, "gross", "wage");
        given.nothingElse();
        JapaneseSlip slip = new JapaneseSlip(YearMonth.of(current.year(), 6));
        slip.input.set("pay", gross).set("standard-remuneration", standard).set("leave-exempt", exempt);
        slip.check(current);
    }

    static void bonus(Case current) {
        JapaneseFacts.topic(current, "bonus");
        JapaneseFacts given = new JapaneseFacts(current);
        long bonus = given.amount("bonus", "gross_bonus");
        long before = given.amountOr(0, "fiscal_year_standard_bonus_before", "ytd_standard_bonus", "before");
        long monthBefore = given.amountOr(0, "month_standard_bonus_before");
        String prefecture = given.prefecture().orElse("13");
        YearMonth month = given.month("premium_month", "pay_month", "month").orElse(YearMonth.of(current.year(), 6));
        boolean care = given.any("age")
                        .map(age -> age.decimal().intValueExact())
                        .filter(age -> age >= 40 && age < 65)
                        .isPresent()
                || given.flag("care");
        given.nothingElse();
        StandardBonus standard = StandardBonus.of(bonus, before, monthBefore).orElseThrow();
        EmploymentInsurance.Rates labour = EmploymentInsurance.rates(Business.GENERAL, month.atEndOfMonth())
                .orElseThrow();
        Rate health = (care
                        ? InsuranceRates.healthWithCare(prefecture, month)
                        : InsuranceRates.health(prefecture, month))
                .orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            boolean pension = name.startsWith("pension") || name.startsWith("child_contribution");
            current.differences()
                    .number(
                            expected,
                            switch (name) {
                                case "standard_bonus" -> BigDecimal.valueOf(standard.standard());
                                case "health_base" -> BigDecimal.valueOf(standard.health());
                                case "pension_base" -> BigDecimal.valueOf(standard.pension());
                                case "child_contribution", "child_contribution_employer" ->
                                    figure(
                                                    "x_total",
                                                    standard.pension(),
                                                    InsuranceRates.childContribution(month)
                                                            .orElseThrow())
                                            .setScale(0, RoundingMode.DOWN);
                                case "ei_employee", "employment_insurance_employee" ->
                                    BigDecimal.valueOf(labour.of(bonus).employee());
                                case "ei_employer", "employment_insurance_employer" ->
                                    BigDecimal.valueOf(labour.of(bonus).employer());
                                default ->
                                    figure(
                                            name,
                                            pension ? standard.pension() : standard.health(),
                                            name.startsWith("health")
                                                    ? health
                                                    : rate(name, prefecture, month)
                                                            .orElseThrow());
                            });
        }
    }
}
