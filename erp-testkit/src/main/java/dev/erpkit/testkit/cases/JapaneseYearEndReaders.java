package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.yearend.Deductions;
import dev.erpkit.hr.japan.yearend.EmploymentIncome;
import dev.erpkit.hr.japan.yearend.Family;
import dev.erpkit.hr.japan.yearend.LifeInsurance;
import dev.erpkit.hr.japan.yearend.YearEnd;
import dev.erpkit.hr.japan.yearend.YearEndFacts;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Year-end adjustment in Japan, whole and by its parts. */
final class JapaneseYearEndReaders {
    private static final String[] PAY = {"total_pay", "pay", "salary", "annual_pay"};

    private JapaneseYearEndReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                JapaneseYearEndReaders::full,
                JapaneseYearEndReaders::employmentIncome,
                JapaneseYearEndReaders::adjustment,
                JapaneseYearEndReaders::basic,
                JapaneseYearEndReaders::spouse,
                JapaneseYearEndReaders::status,
                JapaneseYearEndReaders::surtax,
                JapaneseYearEndReaders::relative,
                JapaneseYearEndReaders::life,
                JapaneseYearEndReaders::earthquake,
                JapaneseYearEndReaders::family,
                JapaneseYearEndReaders::quickTable);
    }

    private static void single(Case current, Outcome<Long> actual, String... names) {
        if (JapaneseFacts.refusal(current, () -> actual)) {
            return;
        }
        Alias expect = new Alias(current.expect());
        current.differences().number(expect.need(names), actual.orElseThrow());
        expect.nothingElse();
    }

    static void employmentIncome(Case current) {
        JapaneseFacts.topic(current, "employment");
        JapaneseFacts given = new JapaneseFacts(current);
        long pay = given.amount(PAY);
        given.nothingElse();
        Outcome<Long> after = EmploymentIncome.after(current.year(), pay);
        if (current.expect().has("deduction")) {
            single(current, after.map(income -> pay - income), "deduction");
        } else {
            single(current, after, "after", "after_employment_deduction", "employment_income", "income");
        }
    }

    static void adjustment(Case current) {
        JapaneseFacts.topic(current, "income_adjustment", "adjustment");
        JapaneseFacts given = new JapaneseFacts(current);
        long pay = given.amount(PAY);
        // whoever has a reason for it, of which one is enough; a case that names none takes it for granted
        ImmutableList<Boolean> reasons = Lists.immutable
                .of(
                        "entitled",
                        "income_adjustment",
                        "has_dependant_under_23",
                        "under23",
                        "under23_dependant",
                        "dependant_under_23",
                        "special_disability",
                        "special_disabled")
                .collect(given::any)
                .select(Optional::isPresent)
                .collect(reason -> reason.get().truth());
        boolean entitled = reasons.isEmpty() || reasons.contains(true);
        given.nothingElse();
        single(
                current,
                Outcome.accepted(entitled ? EmploymentIncome.adjustment(pay) : 0),
                "income_adjustment",
                "adjustment",
                "deduction",
                "amount");
    }

    static void basic(Case current) {
        JapaneseFacts.topic(current, "basic");
        JapaneseFacts given = new JapaneseFacts(current);
        long income = given.amount("total_income", "income", "own_income");
        given.nothingElse();
        single(current, Deductions.basic(current.year(), income), "basic", "deduction", "amount");
    }

    static void spouse(Case current) {
        JapaneseFacts.topic(current, "spouse");
        JapaneseFacts given = new JapaneseFacts(current);
        Optional<Long> ofPay = given.any("spouse_pay", "spouse_salary")
                .map(pay -> EmploymentIncome.after(current.year(), pay.decimal().longValueExact())
                        .orElseThrow());
        Optional<Long> spouse = given.any("spouse_income", "income")
                .map(field -> field.decimal().longValueExact())
                .or(() -> ofPay);
        long own = given.amountOr(0, "own_income", "total_income");
        boolean elderly = elderly(given);
        given.nothingElse();
        Outcome<Long> deduction = spouse.map(income -> Deductions.spouse(current.year(), income, elderly, own))
                .orElse(Outcome.accepted(0L));
        single(current, deduction, "deduction", "spouse", "amount");
    }

    private static boolean elderly(JapaneseFacts given) {
        return given.flag(
                        "spouse_elderly",
                        "spouse_over70",
                        "spouse_over_70",
                        "spouse_70",
                        "elderly",
                        "over70",
                        "over_70")
                || given.any("spouse_age", "age")
                        .filter(age -> age.decimal().intValueExact() >= 70)
                        .isPresent();
    }

    static void relative(Case current) {
        JapaneseFacts.topic(current, "relative");
        JapaneseFacts given = new JapaneseFacts(current);
        long income = given.any("relative_pay", "relative_salary")
                .map(pay -> EmploymentIncome.after(current.year(), pay.decimal().longValueExact())
                        .orElseThrow())
                .orElseGet(() -> given.amount("relative_income", "income"));
        given.nothingElse();
        single(
                current,
                Deductions.specifiedRelative(current.year(), income),
                "deduction",
                "specified_relative",
                "amount");
    }

    private static LifeInsurance premiums(Field field) {
        Alias premiums = new Alias(field);
        LifeInsurance life = new LifeInsurance(
                of(premiums, "new_general"),
                of(premiums, "old_general"),
                of(premiums, "care_medical", "care", "medical"),
                of(premiums, "new_pension"),
                of(premiums, "old_pension"));
        premiums.nothingElse();
        return life;
    }

    private static long of(Alias from, String... names) {
        return from.any(names).map(field -> field.decimal().longValueExact()).orElse(0L);
    }

    static void life(Case current) {
        JapaneseFacts.topic(current, "life");
        JapaneseFacts given = new JapaneseFacts(current);
        LifeInsurance life = given.any("premiums", "life_insurance")
                .map(JapaneseYearEndReaders::premiums)
                .orElseGet(() -> new LifeInsurance(
                        given.amountOr(0, "new_general"),
                        given.amountOr(0, "old_general"),
                        given.amountOr(0, "care_medical", "care", "medical"),
                        given.amountOr(0, "new_pension"),
                        given.amountOr(0, "old_pension")));
        boolean under23 = given.flag("under23", "has_dependant_under_23", "dependant_under_23");
        given.nothingElse();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            current.differences()
                    .number(
                            expected,
                            switch (name) {
                                case "general" -> life.general(current.year(), under23);
                                case "care", "care_medical" -> life.care();
                                case "pension" -> life.pension();
                                case "total", "deduction", "life_insurance", "life" ->
                                    life.deduction(current.year(), under23);
                                default -> throw new UnsupportedCaseException(expected.path());
                            });
        }
    }

    private static long earthquake(Field field) {
        if (!field.isObject()) {
            return Deductions.earthquake(field.decimal().longValueExact(), 0);
        }
        Alias premiums = new Alias(field);
        long deduction = Deductions.earthquake(of(premiums, "earthquake"), of(premiums, "old_long_term", "old_long"));
        premiums.nothingElse();
        return deduction;
    }

    static void earthquake(Case current) {
        JapaneseFacts.topic(current, "earthquake");
        JapaneseFacts given = new JapaneseFacts(current);
        Optional<Field> premiums = given.any("premiums");
        long deduction = premiums.map(JapaneseYearEndReaders::earthquake)
                .orElseGet(() -> Deductions.earthquake(
                        given.amountOr(0, "earthquake"), given.amountOr(0, "old_long_term", "old_long")));
        given.nothingElse();
        single(current, Outcome.accepted(deduction), "deduction", "earthquake", "amount", "total");
    }

    static void family(Case current) {
        JapaneseFacts.topic(current, "dependant");
        JapaneseFacts given = new JapaneseFacts(current);
        Family family = family(given.need("dependants"));
        given.nothingElse();
        single(current, Outcome.accepted(family.deduction()), "deduction", "dependants", "amount");
    }

    private static Family family(Field field) {
        Alias counts = new Alias(field);
        Family family = new Family(
                (int) of(counts, "general"),
                (int) of(counts, "specified"),
                (int) of(counts, "elderly"),
                (int) of(counts, "elderly_cohabiting_parent", "elderly_cohabiting"),
                (int) of(counts, "disabled"),
                (int) of(counts, "special_disabled", "specially_disabled"),
                (int) of(counts, "special_disabled_cohabiting", "specially_disabled_cohabiting"));
        counts.nothingElse();
        return family;
    }

    static void quickTable(Case current) {
        JapaneseFacts.topic(current, "quick");
        JapaneseFacts given = new JapaneseFacts(current);
        long taxable = given.amount("taxable", "taxable_income");
        given.nothingElse();
        single(current, Outcome.accepted(Deductions.tax(taxable)), "tax", "computed_tax");
    }

    static void full(Case current) {
        JapaneseFacts.topic(
                current,
                "year_end.full",
                "eligib",
                "year_end.settle",
                "year_end.adjust",
                "year_end.housing",
                "year_end.other",
                "year_end.limit");
        JapaneseFacts given = new JapaneseFacts(current);
        YearEndFacts.Builder facts = YearEndFacts.builder();
        facts.year(current.year())
                .totalPay(given.amount(PAY))
                .withheldTax(given.amountOr(0, "withheld_tax", "withheld"))
                .socialInsurance(given.amountOr(0, "social_insurance"))
                .declaredSocialInsurance(given.amountOr(0, "declared_social_insurance", "national_insurance"))
                .mutualAid(given.amountOr(0, "mutual_aid", "small_enterprise_mutual_aid", "ideco"))
                .spouseElderly(elderly(given))
                .widow(given.flag("widow"))
                .singleParent(given.flag("single_parent"))
                .workingStudent(given.flag("working_student"))
                .dependantUnder23(given.flag("has_dependant_under_23", "dependant_under_23", "under23"))
                .incomeAdjustment(given.flag("income_adjustment"))
                .otherIncome(given.amountOr(0, "other_income"))
                .housingLoanCredit(given.amountOr(0, "housing_loan_credit", "housing_credit"));
        given.any("life_insurance").ifPresent(field -> facts.lifeInsurance(premiums(field)));
        given.any("earthquake").ifPresent(field -> earthquake(field, facts));
        given.any("spouse_income")
                .ifPresent(field -> facts.spouseIncome(field.decimal().longValueExact()));
        given.any("dependants").ifPresent(field -> facts.family(family(field)));
        given.any("specified_relative_incomes")
                .ifPresent(field -> facts.specifiedRelativeIncomes(
                        field.elements().collect(income -> income.decimal().longValueExact())));
        given.nothingElse();
        Outcome<YearEnd> done = YearEnd.of(facts.build());
        Optional<Field> eligible = new Alias(current.expect()).any("eligible");
        eligible.ifPresent(field -> current.differences().same(field, field.truth(), done.isAccepted()));
        if (!JapaneseFacts.refusal(current, () -> done)
                && (eligible.isEmpty() || current.expect().names().size() > 1)) {
            check(current, done.orElseThrow());
        }
    }

    private static void earthquake(Field field, YearEndFacts.Builder facts) {
        if (field.isObject()) {
            Alias premiums = new Alias(field);
            facts.earthquake(of(premiums, "earthquake")).oldLongTerm(of(premiums, "old_long_term", "old_long"));
            premiums.nothingElse();
        } else {
            facts.earthquake(field.decimal().longValueExact());
        }
    }

    private static void check(Case current, YearEnd done) {
        current.expect().names().reject("eligible"::equals).forEach(name -> {
            Field expected = current.expect().at(name);
            current.differences().number(expected, figure(name, done));
        });
    }

    /** What the widowed, single parents and working students deduct by their own income. */
    static void status(Case current) {
        JapaneseFacts.topic(current, "widow", "single_parent", "student");
        JapaneseFacts given = new JapaneseFacts(current);
        Optional<Long> income = given.any("total_income", "income", "own_income")
                .map(field -> field.decimal().longValueExact());
        if (income.isEmpty() && given.any(PAY).isEmpty()) {
            throw new UnsupportedCaseException("neither pay nor income");
        }
        YearEndFacts facts = YearEndFacts.builder()
                .year(current.year())
                .totalPay(given.amountOr(0, PAY))
                .otherIncome(income.orElseGet(() -> given.amountOr(0, "other_income")))
                .widow(given.any("widow")
                        .map(Field::truth)
                        .orElse(current.topic().contains("widow")))
                .singleParent(given.any("single_parent")
                        .map(Field::truth)
                        .orElse(current.topic().contains("single_parent")))
                .workingStudent(given.any("working_student", "student")
                        .map(Field::truth)
                        .orElse(current.topic().contains("student")))
                .build();
        given.nothingElse();
        Outcome<Long> deduction = YearEnd.of(facts).map(YearEnd::family);
        Optional<Field> entitled = new Alias(current.expect()).any("eligible", "applies", "qualifies");
        if (entitled.isPresent() && current.expect().names().size() == 1) {
            current.differences().same(entitled.get(), entitled.get().truth(), deduction.orElseThrow() > 0);
            return;
        }
        single(current, deduction, "deduction", "amount", "widow", "single_parent", "working_student");
    }

    /** The last lines of the form: the surtax, and what was withheld before. */
    static void surtax(Case current) {
        JapaneseFacts.topic(current, "surtax", "annual_tax", "settle");
        JapaneseFacts given = new JapaneseFacts(current);
        Optional<Field> taxed = given.any("tax_after_credit", "computed_tax", "tax");
        long annual = taxed.map(tax -> YearEnd.withSurtax(tax.decimal().longValueExact()))
                .orElseGet(() -> given.amount("annual_tax"));
        Optional<Long> withheld = given.any("withheld_tax", "withheld")
                .map(field -> field.decimal().longValueExact());
        given.nothingElse();
        Alias expect = new Alias(current.expect());
        if (taxed.isPresent()) {
            expect.any("annual_tax", "tax")
                    .ifPresent(field -> current.differences().number(field, annual));
        }
        withheld.ifPresent(before -> expect.any("difference")
                .ifPresent(field -> current.differences().number(field, annual - before)));
        expect.nothingElse();
    }

    private static long figure(String name, YearEnd done) {
        return switch (name) {
            case "after_employment_deduction", "employment_income" -> done.afterEmploymentDeduction();
            case "income_adjustment" -> done.incomeAdjustment();
            case "total_income" -> done.totalIncome();
            case "social_insurance" -> done.socialInsurance();
            case "life_insurance", "life" -> done.lifeInsurance();
            case "earthquake" -> done.earthquake();
            case "spouse" -> done.spouse();
            case "specified_relatives", "specified_relative" -> done.specifiedRelatives();
            case "dependants", "family" -> done.family();
            case "basic" -> done.basic();
            case "total_deductions", "deductions" -> done.totalDeductions();
            case "taxable" -> done.taxable();
            case "computed_tax" -> done.computedTax();
            case "tax_after_credit" -> done.taxAfterCredit();
            case "housing_loan_credit", "credit_used", "credit" -> done.computedTax() - done.taxAfterCredit();
            case "credit_left", "credit_unused" ->
                done.facts().housingLoanCredit() - done.computedTax() + done.taxAfterCredit();
            case "annual_tax" -> done.annualTax();
            case "difference" -> done.difference();
            case "refund" -> Math.max(0, -done.difference());
            case "collect", "shortfall" -> Math.max(0, done.difference());
            default -> throw new UnsupportedCaseException("expect." + name);
        };
    }
}
