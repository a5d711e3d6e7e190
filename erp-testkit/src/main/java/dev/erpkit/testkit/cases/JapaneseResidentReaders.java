package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.benefit.Commuting;
import dev.erpkit.hr.japan.benefit.Meals;
import dev.erpkit.hr.japan.resident.LocalRates;
import dev.erpkit.hr.japan.resident.ResidentEstimate;
import dev.erpkit.hr.japan.resident.ResidentFacts;
import dev.erpkit.hr.japan.resident.ResidentNotice;
import dev.erpkit.hr.japan.retirement.RetirementKind;
import dev.erpkit.hr.japan.retirement.RetirementTax;
import dev.erpkit.hr.japan.retirement.ServiceYears;
import dev.erpkit.hr.japan.yearend.LifeInsurance;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/** Resident tax, retirement income and benefits in Japan. */
final class JapaneseResidentReaders {
    private static final String[] WORKER_PAYS = {"worker_pays", "employee_pays", "own_share"};

    private JapaneseResidentReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                JapaneseResidentReaders::installments,
                JapaneseResidentReaders::leaver,
                JapaneseResidentReaders::estimate,
                JapaneseResidentReaders::retirement,
                JapaneseResidentReaders::benefits);
    }

    static void installments(Case current) {
        JapaneseFacts.topic(current, "installment", "instalment", "resident_tax.late");
        JapaneseFacts given = new JapaneseFacts(current);
        long annual = given.amount("annual", "annual_tax", "total");
        int count = given.any("first_month", "from_month")
                .map(JapaneseResidentReaders::monthsToMay)
                .orElseGet(() -> given.countOr(12, "installments", "instalments", "n", "months"));
        given.nothingElse();
        Outcome<ImmutableLongList> spread = ResidentNotice.spread(annual, count);
        if (JapaneseFacts.refusal(current, () -> spread)) {
            return;
        }
        ImmutableLongList parts = spread.orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "first", "june" -> current.differences().number(expected, parts.getFirst());
                case "rest", "monthly", "july" ->
                    current.differences().number(expected, parts.size() == 1 ? 0 : parts.getLast());
                case "total", "sum" -> current.differences().number(expected, parts.sum());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** A month's number or the month itself. */
    private static int monthsToMay(Field field) {
        int month = field.text().length() <= 2
                ? field.decimal().intValueExact()
                : JapaneseFacts.month(field).getMonthValue();
        return Math.floorMod(Month.MAY.getValue() - month, 12) + 1;
    }

    /** Whoever goes on with the next employer asked for nothing to be collected at once. */
    static boolean wholeRest(Field field) {
        return switch (field.text().toLowerCase(Locale.ROOT)) {
            case "false", "none", "no", "null", "transfer", "continue", "ordinary", "普通徴収" -> false;
            default -> true;
        };
    }

    static void leaver(Case current) {
        JapaneseFacts.topic(current, "leaver");
        JapaneseFacts given = new JapaneseFacts(current);
        LocalDate lastDay = given.need("last_day", "left").date();
        long monthly = given.amount("monthly");
        long first = given.amountOr(monthly, "june", "first");
        boolean requested = given.any("request", "requested", "lump_sum_requested")
                .filter(JapaneseResidentReaders::wholeRest)
                .isPresent();
        long lastPay = given.amountOr(Long.MAX_VALUE, "last_pay", "final_pay", "pay");
        YearMonth payMonth = given.month("pay_month", "paid_in").orElse(YearMonth.from(lastDay));
        given.nothingElse();
        int year = lastDay.getMonthValue() >= Month.JUNE.getValue() ? lastDay.getYear() : lastDay.getYear() - 1;
        ResidentNotice notice = new ResidentNotice(YearMonth.of(year, Month.JUNE), first, monthly);
        long collected =
                notice.fromLastPay(lastDay, payMonth, requested, lastPay).yen();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "collect", "collected", "amount", "resident_tax" ->
                    current.differences().number(expected, collected);
                case "remaining" -> current.differences().number(expected, notice.remaining(YearMonth.from(lastDay)));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    static void estimate(Case current) {
        JapaneseFacts.topic(current, "estimate");
        JapaneseFacts given = new JapaneseFacts(current);
        String city = given.any("city").map(Field::text).orElse("standard").toLowerCase(Locale.ROOT);
        LocalRates rates = switch (city) {
            case "nagoya", "名古屋市" -> LocalRates.NAGOYA;
            case "standard" -> LocalRates.STANDARD;
            case "designated" -> LocalRates.DESIGNATED_CITY;
            default -> throw new UnsupportedCaseException("city " + city);
        };
        int incomeYear = given.any("income_year")
                .map(field -> field.decimal().intValueExact())
                .orElse(current.year() - 1);
        given.any("under16").ifPresent(Field::decimal);
        ResidentFacts facts = new ResidentFacts(
                incomeYear,
                given.amount("salary", "pay", "total_pay"),
                given.amountOr(0, "social_insurance"),
                new LifeInsurance(
                        given.amountOr(0, "new_general_life"),
                        given.amountOr(0, "old_general_life"),
                        given.amountOr(0, "care_medical_life"),
                        given.amountOr(0, "new_pension_life"),
                        given.amountOr(0, "old_pension_life")),
                given.any("spouse_income").map(field -> field.decimal().longValueExact()),
                given.countOr(0, "general"),
                given.countOr(0, "specified"),
                given.countOr(0, "elderly"),
                given.countOr(0, "elderly_cohabiting_parent"));
        given.nothingElse();
        ResidentEstimate done = ResidentEstimate.of(facts, rates).orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            current.differences()
                    .number(
                            expected,
                            switch (name) {
                                case "employment_income" -> done.employmentIncome();
                                case "deductions" -> done.deductions();
                                case "taxable" -> done.taxable();
                                case "adjustment_credit" -> done.adjustmentCredit();
                                case "municipal_total", "municipal" -> done.municipal();
                                case "prefectural_total", "prefectural" -> done.prefectural();
                                case "annual" -> done.annual();
                                default -> throw new UnsupportedCaseException(expected.path());
                            });
        }
    }

    static void retirement(Case current) {
        JapaneseFacts.topic(current, "retirement");
        JapaneseFacts given = new JapaneseFacts(current);
        long pay = given.amount("pay", "payment", "allowance", "amount");
        EarlierRetirement earlier = EarlierRetirement.of(given);
        boolean officer = given.flag("officer");
        int years = given.any("years", "service_years")
                .map(field ->
                        field.decimal().setScale(0, java.math.RoundingMode.UP).intValueExact())
                .orElseGet(() -> ServiceYears.between(
                                given.need("joined", "hired", "from").date(),
                                given.need("last_day", "left", "to").date())
                        .years());
        int asOfficer = given.countOr(0, "officer_years", "officer_service_years");
        RetirementKind kind = given.any("kind")
                .map(field -> kind(field.text(), years))
                .orElse(RetirementKind.of(years, officer || asOfficer == years));
        boolean disabled = given.flag("disability", "disabled");
        boolean declared =
                given.any("decl", "declaration", "declared").map(Field::truth).orElse(true);
        int overlapping = given.countOr(
                0, "overlap_years", "overlapping_years", "overlap", "reduction_years", "deduction_reduction_years");
        given.nothingElse();
        if (asOfficer > 0 && asOfficer < years) {
            throw new UnsupportedCaseException("service as an officer in part");
        }
        RetirementTax tax = earlier.less(
                RetirementTax.of(pay + earlier.pay(), new ServiceYears(years, overlapping), kind, disabled, declared)
                        .orElseThrow());
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            current.differences()
                    .number(
                            expected,
                            switch (name) {
                                case "deduction" -> tax.deduction();
                                case "taxable", "retirement_income", "income" -> tax.taxable();
                                case "income_tax", "tax" -> tax.incomeTax();
                                case "resident_tax", "local_tax" -> tax.residentTax();
                                case "municipal", "municipal_tax" -> tax.municipal();
                                case "prefectural", "prefectural_tax" -> tax.prefectural();
                                default -> throw new UnsupportedCaseException(expected.path());
                            });
        }
    }

    private static RetirementKind kind(String text, int years) {
        String name = text.toLowerCase(Locale.ROOT);
        if (name.startsWith("short")) {
            return RetirementKind.SHORT;
        }
        if (name.contains("officer") || name.contains("director")) {
            return RetirementKind.of(years, true);
        }
        if (name.startsWith("general") || name.startsWith("ordinary") || name.startsWith("normal")) {
            return RetirementKind.GENERAL;
        }
        throw new UnsupportedCaseException("kind " + text);
    }

    /** Commuting allowances, meals and housing. */
    static void benefits(Case current) {
        JapaneseFacts.topic(current, "commuting", "meal", "housing");
        JapaneseFacts given = new JapaneseFacts(current);
        LocalDate payment = given.payment();
        Optional<Field> meals = given.any("meal_value", "value");
        Optional<CaseHousing> housing = CaseHousing.of(given);
        long whole = given.amountOr(0, "allowance", "commuting", "commuting_allowance", "amount");
        Outcome<Long> taxed = meals.isPresent()
                ? Meals.taxed(payment, meals.get().decimal().longValueExact(), given.amountOr(0, WORKER_PAYS))
                : housing.isPresent() ? Outcome.accepted(housing.get().taxed()) : commuting(given, payment, whole);
        given.nothingElse();
        if (JapaneseFacts.refusal(current, () -> taxed)) {
            return;
        }
        Alias expect = new Alias(current.expect());
        expect.any("untaxed", "non_taxable", "exempt")
                .ifPresent(field -> current.differences().number(field, whole - taxed.orElseThrow()));
        housing.ifPresent(house -> expect.any("rental_value", "rent_equivalent", "usual_rent")
                .ifPresent(field ->
                        HourWords.figure(current, field, house.housing().usualRent())));
        expect.any("taxable", "taxed", "benefit")
                .ifPresent(field -> current.differences().number(field, taxed.orElseThrow()));
        expect.nothingElse();
    }

    private static Outcome<Long> commuting(JapaneseFacts given, LocalDate payment, long allowance) {
        given.any("mode", "means")
                .map(Field::text)
                .filter(text -> !text.contains("public"))
                .ifPresent(other -> {
                    throw new UnsupportedCaseException("commuting by " + other);
                });
        Optional<Field> distance = given.any("km", "distance_km", "car_km");
        return distance.isPresent()
                ? Commuting.taxedByCar(
                        payment, allowance, distance.get().decimal().intValueExact(), given.amountOr(0, "parking"))
                : Commuting.taxed(payment, allowance);
    }
}
