package dev.erpkit.testkit.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.insurance.InsuranceRates;
import dev.erpkit.hr.japan.insurance.InsuredMonths;
import dev.erpkit.hr.japan.insurance.StandardRemuneration;
import dev.erpkit.hr.japan.payslip.JapanPack;
import dev.erpkit.hr.japan.withholding.TaxColumn;
import dev.erpkit.hr.japan.withholding.Withholding;
import dev.erpkit.hr.japan.withholding.WithholdingMethod;
import dev.erpkit.hr.japan.withholding.WithholdingYear;
import dev.erpkit.hr.japan.yearend.Family;
import dev.erpkit.hr.japan.yearend.LifeInsurance;
import dev.erpkit.hr.japan.yearend.YearEndFacts;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.payroll.Rate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.eclipse.collections.api.RichIterable;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

class JapanPayrollProperties {
    private static final Payroll JAPAN = Payroll.of(JapanPack.create());

    private static WithholdingYear year(int index) {
        return WithholdingYear.all().get(index);
    }

    @Property
    void withholding_rises_with_pay_and_falls_with_dependants(
            @ForAll @IntRange(max = 2) int year,
            @ForAll @LongRange(max = 5_000_000) long pay,
            @ForAll @LongRange(max = 50_000) long more,
            @ForAll @IntRange(max = 12) int dependants) {
        assertThat(JapanPayrollInvariants.withholdingIsMonotone(year(year), pay, more, dependants))
                .isEmpty();
    }

    @Property
    void withholding_has_no_cliffs(
            @ForAll @IntRange(max = 2) int year,
            @ForAll @LongRange(max = 5_000_000) long pay,
            @ForAll @IntRange(max = 12) int dependants) {
        assertThat(JapanPayrollInvariants.noCliffsButTheLawful(year(year), pay, dependants))
                .isEmpty();
    }

    @Example
    void withholding_jumps_where_the_law_steps_and_nowhere_near() {
        for (WithholdingYear year : WithholdingYear.all()) {
            for (long step : new long[] {2_120_834, 2_162_500, 2_204_167, 2_245_834}) {
                for (long pay = step - 3; pay < step + 3; pay++) {
                    assertThat(JapanPayrollInvariants.noCliffsButTheLawful(year, pay, 0))
                            .isEmpty();
                }
            }
            assertThat(JapanPayrollInvariants.tableIsNearTheFormula(year)).isEmpty();
        }
    }

    @Property
    void every_pay_has_one_grade(
            @ForAll @LongRange(max = 3_000_000) long pay, @ForAll @IntRange(min = 1, max = 80) int months) {
        YearMonth month = YearMonth.of(2024, 3).plusMonths(months);
        assertThat(JapanPayrollInvariants.everyPayHasOneGrade(pay, month)).isEmpty();
    }

    @Property
    void shares_come_to_the_total(
            @ForAll @LongRange(max = 20_000_000) long base,
            @ForAll @IntRange(min = 1, max = 47) int prefecture,
            @ForAll @IntRange(max = 35) int month) {
        String code = prefecture < 10 ? "0" + prefecture : String.valueOf(prefecture);
        YearMonth premium = YearMonth.of(2024, 3).plusMonths(month);
        assertThat(JapanPayrollInvariants.sharesComeToTheTotal(
                        base, InsuranceRates.healthWithCare(code, premium).orElseThrow()))
                .isEmpty();
        assertThat(JapanPayrollInvariants.sharesComeToTheTotal(
                        base, InsuranceRates.pension(premium).orElseThrow()))
                .isEmpty();
    }

    @Property
    void bonuses_stay_under_the_caps(@ForAll @Size(max = 8) List<@LongRange(max = 4_000_000) Long> bonuses) {
        assertThat(JapanPayrollInvariants.bonusesStayUnderTheCaps(LongLists.immutable.ofAll(bonuses)))
                .isEmpty();
    }

    @Property
    void installments_come_to_the_notice(
            @ForAll @LongRange(max = 10_000_000) long annual, @ForAll @IntRange(min = 1, max = 12) int installments) {
        assertThat(JapanPayrollInvariants.installmentsComeToTheNotice(annual, installments))
                .isEmpty();
    }

    @Property
    void a_year_is_settled_once(
            @ForAll @IntRange(min = 2025, max = 2027) int year,
            @ForAll @LongRange(max = 20_000_000) long pay,
            @ForAll @LongRange(max = 3_000_000) long withheld,
            @ForAll @LongRange(max = 3_000_000) long insurance,
            @ForAll @LongRange(max = 200_000) long premium,
            @ForAll @LongRange(max = 1_400_000) long spouse,
            @ForAll @IntRange(max = 3) int dependants) {
        YearEndFacts.Builder facts = YearEndFacts.builder();
        facts.year(year)
                .totalPay(pay)
                .withheldTax(withheld)
                .socialInsurance(insurance)
                .lifeInsurance(new LifeInsurance(premium, premium / 2, premium, premium / 3, premium))
                .spouseIncome(Optional.of(spouse))
                .family(new Family(dependants, 1, 0, 0, 0, 0, 0))
                .dependantUnder23(true)
                .incomeAdjustment(true);
        assertThat(JapanPayrollInvariants.yearEndSettlesOnce(facts.build())).isEmpty();
    }

    @Property
    void a_payslip_keeps_the_invariants_of_every_country(
            @ForAll @IntRange(min = 2, max = 25) int monthFrom2025,
            @ForAll @LongRange(max = 1_500_000) long pay,
            @ForAll @LongRange(min = 58_000, max = 1_390_000) long standard,
            @ForAll @IntRange(min = 20, max = 80) int age,
            @ForAll @IntRange(max = 9) int dependants,
            @ForAll boolean kou,
            @ForAll @IntRange(min = 1, max = 47) int prefecture) {
        YearMonth month = YearMonth.of(2025, 1).plusMonths(monthFrom2025 - 2L);
        LocalDate born = month.atDay(1).minusYears(age).minusDays(dependants);
        String place = prefecture < 10 ? "0" + prefecture : String.valueOf(prefecture);
        Payslip slip = JAPAN.plan("monthly", dates(month))
                .orElseThrow()
                .compute(worker(pay)
                        .set("standard-remuneration", standard)
                        .set("born", born)
                        .set("tax-column", kou ? "kou" : "otsu")
                        .set("dependants", dependants)
                        .set("method", kou && age % 2 == 0 ? "table" : "computer")
                        .set("prefecture", place)
                        .build())
                .orElseThrow();
        assertThat(PayrollInvariants.payslip(slip)).isEmpty();
        assertThat(premiumsAreShared(slip, standard, born, place)).isEmpty();
        Payslip raised = JAPAN.plan("monthly", dates(month))
                .orElseThrow()
                .compute(slip.input().toBuilder().set("pay", pay + 1).build())
                .orElseThrow();
        assertThat(raised.minor("health"))
                .as("a premium depends on pay through its grade alone")
                .isEqualTo(slip.minor("health"));
        assertThat(raised.minor("pension")).isEqualTo(slip.minor("pension"));
    }

    /** By the rates of the scheme, nothing for those too old for it. */
    private static ImmutableList<Finding> premiumsAreShared(Payslip slip, long standard, LocalDate born, String place) {
        YearMonth premium = slip.dates().premiumMonth().orElseThrow();
        boolean care = InsuredMonths.care(born, premium).orElseThrow();
        long health = InsuredMonths.health(born, premium).orElseThrow() ? standard : 0;
        boolean pension = InsuredMonths.pension(born, premium).orElseThrow();
        Outcome<Rate> rate =
                care ? InsuranceRates.healthWithCare(place, premium) : InsuranceRates.health(place, premium);
        return JapanPayrollInvariants.premiumIsShared(slip, "health", health, rate.orElseThrow())
                .newWithAll(JapanPayrollInvariants.premiumIsShared(
                        slip,
                        "child-support",
                        health,
                        InsuranceRates.support(premium).orElseThrow()))
                .newWithAll(JapanPayrollInvariants.premiumIsShared(
                        slip,
                        "pension",
                        pension ? StandardRemuneration.pensionStandard(standard, premium) : 0,
                        InsuranceRates.pension(premium).orElseThrow()));
    }

    @Property(tries = 20)
    void any_split_over_threads_gives_payslips_equal_to_the_last_character(
            @ForAll @Size(min = 1, max = 40) List<@LongRange(max = 1_500_000) Long> pays,
            @ForAll @IntRange(min = 1, max = 7) int size)
            throws Exception {
        PayDates dates = dates(YearMonth.of(2026, 5));
        ImmutableList<PayrollInput> inputs = Lists.immutable
                .withAll(pays)
                .collect(pay -> worker(pay)
                        .set("standard-remuneration", 58_000 + pay / 2)
                        .set("born", LocalDate.of(1946, 1, 1).plusDays(pay / 80))
                        .set("last-day", LocalDate.of(2026, 4, 1).plusDays(pay % 70))
                        .set("commuting-allowance", pay % 3 * 90_000)
                        .set("tax-column", "kou")
                        .set("dependants", pay % 9)
                        .set("method", pay % 2 == 0 ? "table" : "computer")
                        .set("prefecture", "13")
                        .build());
        PayrollPlan alone = JAPAN.plan("monthly", dates).orElseThrow();
        ImmutableList<Payslip> expected =
                inputs.collect(input -> alone.compute(input).orElseThrow());
        PayrollPlan shared = JAPAN.plan("monthly", dates).orElseThrow();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            MutableList<Future<ImmutableList<Payslip>>> parts = Lists.mutable.empty();
            for (RichIterable<PayrollInput> part : inputs.toReversed().chunk(size)) {
                parts.add(threads.submit(() -> Lists.immutable
                        .withAll(part)
                        .collect(input -> shared.compute(input).orElseThrow())));
            }
            MutableList<Payslip> actual = Lists.mutable.empty();
            for (Future<ImmutableList<Payslip>> part : parts) {
                actual.addAllIterable(part.get());
            }
            assertThat(PayrollInvariants.same(expected, actual.reverseThis().toImmutable()))
                    .isEmpty();
        } finally {
            threads.shutdown();
        }
    }

    @Property
    void outside_of_the_years_known_everything_refuses(
            @ForAll @IntRange(min = 1990, max = 2060) int year, @ForAll @LongRange(max = 1_000_000) long pay) {
        boolean known = year >= 2025 && year <= 2027;
        LocalDate day = LocalDate.of(year, 6, 25);
        assertThat(Withholding.monthly(day, WithholdingMethod.TABLE, TaxColumn.KOU, pay, 0)
                        .isAccepted())
                .isEqualTo(known);
        assertThat(InsuranceRates.care(YearMonth.from(day)).isAccepted()).isEqualTo(year >= 2024 && year <= 2026);
        assertThat(JAPAN.plan("monthly", dates(YearMonth.from(day))).isAccepted())
                .isEqualTo(known);
    }

    private static PayDates dates(YearMonth month) {
        return PayDates.of(DateRange.of(month.atDay(1), month.plusMonths(1).atDay(1)), month.atDay(25))
                .premium(month.minusMonths(1));
    }

    private static PayrollInputBuilder worker(long pay) {
        return PayrollInput.of(JAPAN.pack(), "E-1")
                .set("pay", pay)
                .set("joined", LocalDate.of(1960, 4, 1))
                .set("social-insured", true)
                .set("employment-insured", true)
                .set("business", "general")
                .set("accident-insured", true)
                .set("accident-business", "94")
                .set("resident-collected", false);
    }
}
