package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.us.FederalPack;
import dev.erpkit.hr.us.Fica;
import dev.erpkit.hr.us.FilingStatus;
import dev.erpkit.hr.us.FormW4;
import dev.erpkit.hr.us.Futa;
import dev.erpkit.hr.us.GarnishmentLimit;
import dev.erpkit.hr.us.PayFrequency;
import dev.erpkit.hr.us.PercentageSchedule;
import dev.erpkit.hr.us.Supplemental;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/** Federal payroll of the United States: withholding, FICA, FUTA, supplemental wages, limits on garnishment. */
final class FederalReaders {
    private static final String TOPIC = "us.";
    private static final ImmutableList<String> WAGES =
            Lists.immutable.of("wage", "wages", "midpoint", "taxable_wages", "gross", "pay");
    private static final ImmutableList<String> FREQUENCY =
            Lists.immutable.of("freq", "frequency", "pay_frequency", "period");
    private static final ImmutableList<String> BEFORE =
            Lists.immutable.of("ytd", "ytd_wages", "ytd_before", "year_to_date", "prior_wages");
    private static final ImmutableMap<String, String> STATUSES = Maps.mutable
            .<String, String>empty()
            .withKeyValue("single", "single")
            .withKeyValue("s", "single")
            .withKeyValue("mfs", "single")
            .withKeyValue("separate", "single")
            .withKeyValue("married_separately", "single")
            .withKeyValue("joint", "joint")
            .withKeyValue("mfj", "joint")
            .withKeyValue("married", "joint")
            .withKeyValue("married_joint", "joint")
            .withKeyValue("hoh", "hoh")
            .withKeyValue("head", "hoh")
            .withKeyValue("head_of_household", "hoh")
            .toImmutable();

    private FederalReaders() {}

    private static Field given(Case current, ImmutableList<String> names) {
        return find(current, names)
                .orElseThrow(() -> new UnsupportedCaseException("none of " + names.makeString() + " is given"));
    }

    private static Optional<Field> find(Case current, ImmutableList<String> names) {
        return Optional.ofNullable(names.detect(current.given()::has))
                .map(name -> current.given().at(name));
    }

    private static long cents(Field field) {
        return field.decimal().movePointRight(2).longValueExact();
    }

    private static long cents(Case current, String... names) {
        return find(current, Lists.immutable.with(names))
                .map(FederalReaders::cents)
                .orElse(0L);
    }

    private static boolean truth(Case current, String... names) {
        return find(current, Lists.immutable.with(names)).map(Field::truth).orElse(false);
    }

    private static BigDecimal dollars(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    private static void topic(Case current, String... parts) {
        String topic = current.topic();
        if (!topic.startsWith(TOPIC) || !Lists.immutable.with(parts).anySatisfy(topic::contains)) {
            throw new UnsupportedCaseException("topic " + topic);
        }
    }

    /** Worksheet 1A: a payment by the percentage method, by the pure function and by the pack alike. */
    static void withholding(Case current) {
        topic(current, "us.fit");
        if (current.topic().contains("supplemental")) {
            throw new UnsupportedCaseException("supplemental wages");
        }
        PayFrequency frequency = PayFrequency.parse(
                given(current, FREQUENCY).text().replace("-", "").toLowerCase(Locale.ROOT));
        long wages = cents(given(current, WAGES));
        bounds(current, wages);
        FormW4 form = form(current);
        PercentageSchedule schedule = PercentageSchedule.of(current.year()).orElseThrow();
        BigDecimal exact = RoundingPolicy.parse("half-up:6").round(schedule.withheld(wages, frequency, form));
        BigDecimal cents = RoundingPolicy.parse("half-up:2")
                .round(schedule.withheld(wages, frequency, form))
                .add(dollars(form.extra()));
        current.differences().same(current.given(), cents, dollars(pack(current.year(), wages, frequency, form)));
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "fit", "tax", "withholding", "income_tax", "federal_income_tax", "withheld" ->
                    current.differences().number(expected, cents);
                case "whole_dollar_tax", "rounded", "whole_dollars" ->
                    current.differences()
                            .number(expected, exact.add(dollars(form.extra())).setScale(0, RoundingMode.HALF_UP));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }

    /** A bracket of the printed wage bracket tables is taxed as its middle. */
    private static void bounds(Case current, long middle) {
        if (current.given().has("wage_from") && current.given().has("wage_to")) {
            BigDecimal sum = current.given()
                    .at("wage_from")
                    .decimal()
                    .add(current.given().at("wage_to").decimal());
            current.differences().same(current.given(), 0, sum.compareTo(dollars(Math.multiplyExact(middle, 2))));
        }
    }

    private static FormW4 form(Case current) {
        FilingStatus status = find(current, Lists.immutable.of("status", "filing_status"))
                .map(FederalReaders::status)
                .orElse(FilingStatus.SINGLE);
        Optional<Field> allowances =
                find(current, Lists.immutable.of("legacy_allowances", "allowances", "old_w4_allowances"));
        if (truth(current, "no_w4", "w4_missing") && !status.equals(FilingStatus.SINGLE)) {
            throw new UnsupportedCaseException("whoever files no form counts as single");
        }
        boolean jobs = truth(current, "step2", "step2_checkbox", "multiple_jobs", "box");
        FormW4 form = allowances
                .map(count -> FormW4.legacy(status, count.decimal().intValueExact()))
                .orElseGet(() -> FormW4.of(status));
        return form.withMultipleJobs(jobs)
                .with(
                        cents(current, "step3", "credits", "dependents", "credit", "dep", "cred", "dependents_credit"),
                        cents(current, "other", "other_income", "step4a"),
                        cents(current, "ded", "deductions", "step4b"))
                .withExtra(cents(current, "extra", "extra_withholding", "additional", "step4c"));
    }

    private static FilingStatus status(Field named) {
        String known = STATUSES.get(named.text().toLowerCase(Locale.ROOT));
        if (known == null) {
            throw new UnsupportedCaseException(named.path() + ": " + named.text());
        }
        return FilingStatus.parse(known);
    }

    private static PayDates dates(int year) {
        LocalDate day = LocalDate.of(year, 6, 30);
        return PayDates.of(DateRange.ofDay(day), day);
    }

    private static long pack(int year, long wages, PayFrequency frequency, FormW4 form) {
        Payroll payroll = Payroll.of(FederalPack.create());
        PayrollInputBuilder input = PayrollInput.of(payroll.pack(), "case")
                .set("wages", wages)
                .set("pay-frequency", frequency.text())
                .set("filing-status", form.status().text())
                .set("multiple-jobs", form.multipleJobs())
                .set("credits", form.credits())
                .set("other-income", form.otherIncome())
                .set("deductions", form.deductions())
                .set("extra-withholding", form.extra());
        if (form.legacy()) {
            input.set("w4-before-2020", true).set("allowances", form.allowances());
        }
        return payroll.plan("regular", dates(year))
                .then(plan -> plan.compute(input.build()))
                .orElseThrow()
                .minor("income-tax");
    }

    /** Social security and Medicare of a payment; in years that the pack covers the payslip must say the same. */
    static void contributions(Case current) {
        topic(current, "fica", "medicare", "social_security", "us.ss");
        long wages = cents(given(current, WAGES));
        long before = find(current, BEFORE).map(FederalReaders::cents).orElse(0L);
        Fica fica = Fica.on(current.year(), wages, before).orElseThrow();
        if (current.year() == 2025 || current.year() == 2026) {
            Payslip slip = payslip(current.year(), wages, before);
            current.differences()
                    .same(
                            current.given(),
                            fica,
                            new Fica(
                                    slip.minor("social-security-wages"),
                                    slip.minor("social-security"),
                                    slip.minor("medicare"),
                                    slip.minor("medicare-additional")));
        }
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "ss", "social_security", "oasdi", "employer_ss", "employer_social_security", "ss_employer" ->
                    current.differences().number(expected, dollars(fica.socialSecurity()));
                case "ss_taxable", "ss_wages", "taxable_ss", "taxable" ->
                    current.differences().number(expected, dollars(fica.socialSecurityBase()));
                case "medicare", "employer_medicare", "medicare_employer" ->
                    current.differences().number(expected, dollars(fica.medicare()));
                case "additional", "additional_medicare", "medicare_additional" ->
                    current.differences().number(expected, dollars(fica.additionalMedicare()));
                case "employee_medicare", "medicare_total", "total_medicare" ->
                    current.differences().number(expected, dollars(fica.medicare() + fica.additionalMedicare()));
                case "fica", "total", "employee_total" ->
                    current.differences()
                            .number(
                                    expected,
                                    dollars(fica.socialSecurity() + fica.medicare() + fica.additionalMedicare()));
                case "employer", "employer_total" ->
                    current.differences().number(expected, dollars(fica.socialSecurity() + fica.medicare()));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }

    private static Payslip payslip(int year, long wages, long before) {
        Pack pack = FederalPack.create();
        AccumulatorState state = AccumulatorState.none()
                .opening(pack.accumulator("wages-of-year").orElseThrow(), LocalDate.of(year, 1, 1), before)
                .opening(
                        pack.accumulator("social-security-wages-of-year").orElseThrow(),
                        LocalDate.of(year, 1, 1),
                        Math.min(before, Fica.wageBase(year).orElseThrow()));
        PayrollInput input = PayrollInput.of(pack, "case")
                .set("wages", wages)
                .set("pay-frequency", PayFrequency.ANNUALLY.text())
                .accumulators(state)
                .build();
        return Payroll.of(pack)
                .plan("regular", dates(year))
                .then(plan -> plan.compute(input))
                .orElseThrow();
    }

    /** Federal unemployment tax of a year, or of a payment after earlier wages. */
    static void unemployment(Case current) {
        topic(current, "futa");
        long wages = cents(given(current, WAGES));
        long before = find(current, BEFORE).map(FederalReaders::cents).orElse(0L);
        String state =
                find(current, Lists.immutable.of("state")).map(Field::text).orElse("");
        long taxable = Futa.taxable(before + wages) - Futa.taxable(before);
        long tax = state.isEmpty()
                ? Futa.tax(taxable)
                : Futa.settled(current.year(), state, taxable).orElseThrow();
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "taxable", "taxable_wages", "futa_wages" ->
                    current.differences().number(expected, dollars(taxable));
                case "futa", "tax", "futa_tax" -> current.differences().number(expected, dollars(tax));
                case "gross_tax", "gross" ->
                    current.differences().number(expected, dollars(taxable).multiply(new BigDecimal("0.06")));
                case "credit_reduction_tax", "credit_reduction" ->
                    current.differences().number(expected, dollars(tax - Futa.tax(taxable)));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }

    /** A bonus apart from regular wages. */
    static void supplemental(Case current) {
        topic(current, "supplemental", "bonus");
        long wages = cents(given(
                current, Lists.immutable.of("supplemental", "bonus", "supplemental_wages", "wage", "wages", "amount")));
        long before = find(
                        current,
                        Lists.immutable.of(
                                "ytd_supplemental", "ytd", "supplemental_ytd", "prior_supplemental", "ytd_before"))
                .map(FederalReaders::cents)
                .orElse(0L);
        BigDecimal tax = dollars(Supplemental.withheld(wages, before));
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "fit", "tax", "withholding", "withheld", "income_tax" ->
                    current.differences().number(expected, tax);
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }

    /** What creditors or dependants may take. */
    static void garnishment(Case current) {
        topic(current, "garnishment");
        Optional<Field> weekly = find(current, Lists.immutable.of("disposable_weekly", "weekly_disposable"));
        PayFrequency frequency = find(current, FREQUENCY)
                .map(field -> PayFrequency.parse(field.text()))
                .orElse(PayFrequency.WEEKLY);
        String named = "disposable_" + frequency.text();
        long disposable =
                cents(weekly.or(() -> find(current, Lists.immutable.of(named, "disposable", "disposable_earnings")))
                        .orElseThrow(() -> new UnsupportedCaseException("no disposable earnings")));
        boolean support = current.topic().contains("support")
                || current.given().has("supports_other")
                || current.given().has("supports_other_family");
        boolean others = truth(
                current, "supports_other", "supports_other_family", "supports_others", "other_family", "second_family");
        boolean arrears = truth(current, "arrears", "arrears_over_12_weeks", "arrears_12_weeks", "in_arrears")
                || find(current, Lists.immutable.of("arrears_weeks", "weeks_in_arrears"))
                        .map(weeks -> weeks.decimal().compareTo(BigDecimal.valueOf(12)) > 0)
                        .orElse(false);
        long most = support
                ? GarnishmentLimit.support(disposable, others, arrears)
                : GarnishmentLimit.ordinary(disposable, frequency);
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "max", "limit", "maximum", "max_garnishment", "garnishment" ->
                    current.differences().number(expected, dollars(most));
                case "protected", "floor" ->
                    current.differences().number(expected, dollars(GarnishmentLimit.floor(frequency)));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }
}
