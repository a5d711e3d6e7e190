package dev.erpkit.testkit.cases;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.Figure;
import dev.erpkit.hr.japan.withholding.BonusWithholding;
import dev.erpkit.hr.japan.withholding.ComputerMethod;
import dev.erpkit.hr.japan.withholding.TaxColumn;
import dev.erpkit.hr.japan.withholding.Withholding;
import dev.erpkit.hr.japan.withholding.WithholdingMethod;
import dev.erpkit.hr.japan.withholding.WithholdingYear;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Withholding of income tax from pay and bonus in Japan. */
final class JapaneseTaxReaders {
    private static final String[] PAY = {
        "pay_after_social_insurance", "pay_after_insurance", "taxable_pay", "tax_base", "pay", "gross", "amount", "A"
    };
    private static final String[] PREVIOUS = {
        "previous_month_pay_after_insurance",
        "previous_pay_after_insurance",
        "prior_month_net_pay",
        "previous_month_pay",
        "prev"
    };
    private static final String[] BONUS = {"bonus_after_insurance", "bonus", "base"};
    private static final String[] DEPENDANTS = {"dependants", "dependents", "persons", "n"};

    private JapaneseTaxReaders() {}

    static ImmutableList<CaseReader> all() {
        return Lists.immutable.of(
                JapaneseTaxReaders::computerTables,
                JapaneseTaxReaders::monthly,
                JapaneseTaxReaders::rateLookup,
                JapaneseTaxReaders::atRate,
                JapaneseTaxReaders::bonus);
    }

    /** One of the tables of the formula alone. */
    static void computerTables(Case current) {
        JapaneseFacts.topic(
                current, "withholding.table1", "withholding.table2", "withholding.table3", "withholding.table4");
        JapaneseFacts given = new JapaneseFacts(current);
        ComputerMethod computer =
                WithholdingYear.of(current.year()).orElseThrow().computer();
        long value = given.amount("taxable_B", "B", "taxable", "pay_after_social_insurance", "A", "pay", "dependants");
        given.nothingElse();
        Field expected = new Alias(current.expect())
                .need("tax", "deduction", "employment_deduction", "basic_deduction", "T1", "T2", "T3", "amount");
        long actual = switch (current.topic().charAt(current.topic().length() - 1)) {
            case '1' -> computer.employmentDeduction(value);
            case '2' -> computer.personsDeduction(Math.toIntExact(value));
            case '3' -> computer.basicDeduction(value);
            default -> computer.taxOf(value);
        };
        current.differences().number(expected, actual);
    }

    static void monthly(Case current) {
        JapaneseFacts.topic(current, "withholding", "non_resident", "nonresident");
        JapaneseFacts given = new JapaneseFacts(current);
        boolean nonResident = current.topic().contains("resident");
        LocalDate payment = given.payment();
        int dependants = given.countOr(0, DEPENDANTS);
        WithholdingMethod method = given.any("method")
                        .map(Field::text)
                        .orElse(current.topic().contains("computer") ? "computer" : "table")
                        .startsWith("computer")
                ? WithholdingMethod.COMPUTER
                : WithholdingMethod.TABLE;
        TaxColumn otherwise = nonResident
                ? TaxColumn.NON_RESIDENT
                : current.topic().contains("otsu")
                        ? TaxColumn.OTSU
                        : current.topic().contains("hei") ? TaxColumn.HEI : TaxColumn.KOU;
        TaxColumn column = given.column(otherwise);
        long pay = given.amount(PAY);
        given.nothingElse();
        if (JapaneseFacts.refusal(current, () -> Withholding.monthly(payment, method, column, pay, dependants))) {
            return;
        }
        Figure tax =
                Withholding.monthly(payment, method, column, pay, dependants).orElseThrow();
        ComputerMethod computer =
                WithholdingYear.of(payment.getYear()).orElseThrow().computer();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "tax", "income_tax", "withholding" -> current.differences().number(expected, tax.yen());
                case "B", "taxable_B", "taxable" ->
                    current.differences().number(expected, computer.taxable(pay, dependants));
                case "T1", "employment_deduction" ->
                    current.differences().number(expected, computer.employmentDeduction(pay));
                case "T2" -> current.differences().number(expected, computer.personsDeduction(dependants));
                case "T3", "basic_deduction" -> current.differences().number(expected, computer.basicDeduction(pay));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    static void rateLookup(Case current) {
        JapaneseFacts.topic(current, "bonus");
        JapaneseFacts given = new JapaneseFacts(current);
        int dependants = given.countOr(0, DEPENDANTS);
        long previous = given.amount(PREVIOUS);
        TaxColumn column = given.column(TaxColumn.KOU);
        given.nothingElse();
        Outcome<Long> rate = BonusWithholding.rate(current.year(), column, previous, dependants);
        if (!JapaneseFacts.refusal(current, () -> rate)) {
            rate(current, new Alias(current.expect()), rate.orElseThrow());
        }
    }

    /** The rate in percent or per 100,000. */
    private static void rate(Case current, Alias expect, long rate) {
        Optional<Field> percent = expect.any("rate_pct", "rate_percent", "rate");
        percent.ifPresent(field -> current.differences().number(field, BigDecimal.valueOf(rate, 3)));
        Optional<Field> scaled = expect.any("rate_per_100000");
        scaled.ifPresent(field -> current.differences().number(field, rate));
        if (percent.isEmpty() && scaled.isEmpty()) {
            throw new UnsupportedCaseException("no rate");
        }
        expect.nothingElse();
    }

    static void atRate(Case current) {
        JapaneseFacts.topic(current, "bonus");
        JapaneseFacts given = new JapaneseFacts(current);
        long bonus = bonus(given);
        long rate = given.any("rate_per_100000")
                .map(field -> field.decimal().longValueExact())
                .orElseGet(() -> given.need("rate_pct", "rate")
                        .decimal()
                        .movePointRight(3)
                        .longValueExact());
        given.nothingElse();
        current.differences().number(current.expect().at("tax"), BonusWithholding.atRate(bonus, rate));
    }

    static void bonus(Case current) {
        JapaneseFacts.topic(current, "bonus");
        JapaneseFacts given = new JapaneseFacts(current);
        LocalDate payment = given.payment();
        long bonus = bonus(given) - given.amountOr(0, "social_insurance", "bonus_insurance", "insurance");
        long previous = given.amountOr(0, PREVIOUS) - given.amountOr(0, "previous_month_insurance");
        int dependants = given.countOr(0, DEPENDANTS);
        int months = given.countOr(6, "months", "period_months", "bonus_period_months");
        TaxColumn column = given.column(current.topic().contains("otsu") ? TaxColumn.OTSU : TaxColumn.KOU);
        given.nothingElse();
        Outcome<BonusWithholding.Result> outcome =
                BonusWithholding.tax(payment, column, bonus, previous, dependants, months);
        if (JapaneseFacts.refusal(current, () -> outcome)) {
            return;
        }
        BonusWithholding.Result result = outcome.orElseThrow();
        for (String name : current.expect().names()) {
            Field expected = current.expect().at(name);
            switch (name) {
                case "tax", "income_tax" ->
                    current.differences().number(expected, result.tax().yen());
                case "per_month" -> number(current, expected, result.spread().map(BonusWithholding.Spread::perMonth));
                case "tax_per_month" ->
                    number(current, expected, result.spread().map(BonusWithholding.Spread::taxPerMonth));
                case "divisor", "months", "d" ->
                    number(current, expected, result.spread().map(spread -> (long) spread.months()));
                case "rate_per_100000" -> number(current, expected, result.rate());
                case "rate_pct", "rate" ->
                    current.differences()
                            .number(expected, BigDecimal.valueOf(result.rate().orElse(-1L), 3));
                case "fallback", "monthly_table" ->
                    current.differences()
                            .same(expected, expected.truth(), result.spread().isPresent());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        }
    }

    /** A bonus after its share of a premium may have a fraction of a yen, which is dropped. */
    private static long bonus(JapaneseFacts given) {
        return RoundingPolicy.parse("truncate:0")
                .round(given.need(BONUS).decimal())
                .longValueExact();
    }

    private static void number(Case current, Field expected, Optional<Long> actual) {
        current.differences().same(expected, Optional.of(expected.decimal().longValueExact()), actual);
    }
}
