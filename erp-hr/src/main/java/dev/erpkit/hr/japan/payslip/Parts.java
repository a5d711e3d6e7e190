package dev.erpkit.hr.japan.payslip;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.japan.insurance.EmploymentInsurance;
import dev.erpkit.hr.japan.insurance.EmploymentInsurance.Business;
import dev.erpkit.hr.japan.internal.Yen;
import dev.erpkit.hr.japan.withholding.TaxColumn;
import dev.erpkit.hr.japan.withholding.WithholdingMethod;
import dev.erpkit.hr.japan.withholding.WithholdingYear;
import dev.erpkit.hr.payroll.Accumulator;
import dev.erpkit.hr.payroll.Fact;
import dev.erpkit.hr.payroll.KeyDate;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PackBuilder;
import dev.erpkit.hr.payroll.Parameter;
import dev.erpkit.hr.payroll.Rate;
import dev.erpkit.hr.payroll.Reset;
import dev.erpkit.hr.payroll.Slot;
import dev.erpkit.hr.payroll.Source;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What the editions of the pack share: facts, tables, lines. */
final class Parts {
    static final ImmutableList<TaxColumn> COLUMNS = Lists.immutable.with(TaxColumn.values());
    static final DateRange COVERAGE = years(2025, 2028);
    /** Stands for no last day. */
    static final LocalDate NO_END = LocalDate.of(9999, 12, 31);

    private static final String HEALTH_LAW = "Health Insurance Act arts 156, 160, 161, 167";
    private static final String PENSION_LAW = "Employees' Pension Insurance Act arts 81, 82, 84";
    private static final String EMPLOYMENT_LAW = "Act 84 of 1969 arts 2 (2), 11, 12, 31, 32";

    final PackBuilder pack = Pack.define("japan", "2026.1", Yen.JPY);

    final Fact born = pack.fact(Fact.date("born"));
    final Fact joined = pack.fact(Fact.date("joined"));
    final Fact lastDay = pack.fact(Fact.date("last-day").byLaw(NO_END.toEpochDay(), "employment goes on"));
    final Fact socialInsured = pack.fact(Fact.flag("social-insured"));
    final Fact standard = pack.fact(Fact.amount("standard-remuneration"));
    final Fact prefecture = pack.fact(Fact.code("prefecture", PremiumRates.PREFECTURES.toArray(new String[0])));
    final Fact exempt = pack.fact(Fact.flag("leave-exempt")
            .byLaw(0, "Health Insurance Act arts 159, 159-3: only months of leave are exempt"));
    final Fact employmentInsured = pack.fact(Fact.flag("employment-insured"));
    final Fact business = pack.fact(Fact.code("business", texts(Business.values(), Business::text)));
    final Fact accidentInsured = pack.fact(Fact.flag("accident-insured"));
    final Fact accidentBusiness = pack.fact(Fact.code("accident-business", "94", "95", "35"));
    final Fact officerPay = pack.fact(Fact.amount("officer-pay").byLaw(0, "none was paid as an officer"));
    final Fact meritRate = pack.fact(Fact.decimal("accident-merit-per-mille")
            .byLaw(0, "Act 84 of 1969 art. 12 (3): the rate of the table, unless a merit rate was notified"));
    final Fact column = pack.fact(Fact.code("tax-column", texts(TaxColumn.values(), TaxColumn::text))
            .in("declaration of dependants")
            .byLaw("otsu", "Income Tax Act art. 185 (1) ii: without a declaration by the column otsu"));
    final Fact dependants = pack.fact(Fact.count("dependants"));
    final Fact method = pack.fact(Fact.code("method", texts(WithholdingMethod.values(), WithholdingMethod::text)));

    final Slot gross = pack.slot(Slot.sum("gross"));
    final Slot social = pack.slot(Slot.sum("social-insurance"));
    final Slot health = pack.slot(
            Slot.deduction("health").into(social).on(KeyDate.PREMIUM_MONTH).cites(HEALTH_LAW));
    final Slot support = pack.slot(Slot.deduction("child-support")
            .into(social)
            .on(KeyDate.PREMIUM_MONTH)
            .cites("Child and Childcare Support Act; Health Insurance Act art. 160"));
    final Slot pension = pack.slot(
            Slot.deduction("pension").into(social).on(KeyDate.PREMIUM_MONTH).cites(PENSION_LAW));
    final Slot employment = pack.slot(Slot.deduction("employment-insurance")
            .into(social)
            .on(KeyDate.CLOSING)
            .cites(EMPLOYMENT_LAW));
    final Slot taxable = pack.slot(Slot.base("taxable-pay").cites("Income Tax Act art. 28 (1)"));
    final Slot taxBase = pack.slot(Slot.base("tax-base").cites("Income Tax Act art. 188"));
    final Slot tax = pack.slot(Slot.deduction("income-tax").cites("Income Tax Act arts 183 to 189"));
    final Slot taxSettled = pack.slot(Slot.base("tax-of-payment").cites("Income Tax Act art. 190"));

    final Slot healthEmployer =
            pack.slot(Slot.employer("health-employer").on(KeyDate.PREMIUM_MONTH).cites(HEALTH_LAW));
    final Slot supportEmployer = pack.slot(
            Slot.employer("child-support-employer").on(KeyDate.PREMIUM_MONTH).cites("Health Insurance Act art. 160"));
    final Slot pensionEmployer = pack.slot(
            Slot.employer("pension-employer").on(KeyDate.PREMIUM_MONTH).cites(PENSION_LAW));
    final Slot childContribution = pack.slot(Slot.employer("child-contribution")
            .on(KeyDate.PREMIUM_MONTH)
            .cites("Child and Childcare Support Act art. 69"));
    final Slot employmentEmployer = pack.slot(
            Slot.employer("employment-insurance-employer").on(KeyDate.CLOSING).cites(EMPLOYMENT_LAW));
    final Slot accident =
            pack.slot(Slot.employer("accident-insurance").on(KeyDate.CLOSING).cites(EMPLOYMENT_LAW));

    final Parameter<WithholdingYear> taxTables = pack.parameter(taxTables());
    final Parameter<PremiumRates> premiums = pack.parameter(premiums());
    final Parameter<ImmutableList<EmploymentInsurance.Rates>> employmentRates = pack.parameter(employmentRates());
    final Parameter<ImmutableList<Rate>> accidentRates =
            pack.parameter(Parameter.<ImmutableList<Rate>>of("accident-insurance", KeyDate.CLOSING)
                    .version(
                            "2024",
                            DateRange.of(LocalDate.of(2024, 4, 1), LocalDate.of(2027, 4, 1)),
                            accidentBusiness
                                    .codes()
                                    .collect(kind -> EmploymentInsurance.accidentRate(kind)
                                            .orElseThrow()),
                            source("MHLW accident insurance rates from 2024-04-01, kinds 94, 95 and 35")));

    final Accumulator payOfYear =
            pack.accumulator(Accumulator.of("taxable-pay-of-year", taxable, Reset.calendarYear(), KeyDate.PAYMENT));
    final Accumulator socialOfYear =
            pack.accumulator(Accumulator.of("social-insurance-of-year", social, Reset.calendarYear(), KeyDate.PAYMENT));
    final Accumulator taxOfYear =
            pack.accumulator(Accumulator.of("tax-of-year", taxSettled, Reset.calendarYear(), KeyDate.PAYMENT));

    final Insured insured = new Insured(this);

    static DateRange years(int from, int to) {
        return DateRange.of(LocalDate.of(from, 1, 1), LocalDate.of(to, 1, 1));
    }

    static Source source(String document) {
        return new Source(document, LocalDate.of(2026, 11, 28), LocalDate.of(2027, 1, 31));
    }

    static <T> String[] texts(T[] values, Function<T, String> text) {
        return Arrays.stream(values).map(text).toArray(String[]::new);
    }

    private static Parameter<WithholdingYear> taxTables() {
        Parameter<WithholdingYear> tables = Parameter.of("withholding-tables", KeyDate.PAYMENT);
        for (WithholdingYear year : WithholdingYear.all()) {
            tables = tables.version(
                    String.valueOf(year.year()),
                    years(year.year(), year.year() + 1),
                    year,
                    source("NTA zeigakuhyo" + year.year()));
        }
        return tables;
    }

    /** Rates change with the premium month of March; the child support levy began in April 2026. */
    private static Parameter<PremiumRates> premiums() {
        ImmutableList<YearMonth> from = Lists.immutable.of(
                YearMonth.of(2024, 3),
                YearMonth.of(2025, 3),
                YearMonth.of(2026, 3),
                YearMonth.of(2026, 4),
                YearMonth.of(2027, 3));
        Parameter<PremiumRates> rates = Parameter.of("premium-rates", KeyDate.PREMIUM_MONTH);
        for (int i = 0; i + 1 < from.size(); i++) {
            rates = rates.version(
                    from.get(i).toString(),
                    DateRange.of(from.get(i).atDay(1), from.get(i + 1).atDay(1)),
                    PremiumRates.of(from.get(i)),
                    source("Kyokai Kenpo and JPS premium tables"));
        }
        return rates;
    }

    private static Parameter<ImmutableList<EmploymentInsurance.Rates>> employmentRates() {
        Parameter<ImmutableList<EmploymentInsurance.Rates>> rates =
                Parameter.of("employment-insurance", KeyDate.CLOSING);
        for (int year = 2024; year < 2027; year++) {
            LocalDate april = LocalDate.of(year, 4, 1);
            rates = rates.version(
                    String.valueOf(year),
                    DateRange.of(april, april.plusYears(1)),
                    Lists.immutable
                            .with(Business.values())
                            .collect(kind ->
                                    EmploymentInsurance.rates(kind, april).orElseThrow()),
                    source("MHLW rates of employment insurance"));
        }
        return rates;
    }
}
