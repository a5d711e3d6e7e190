package dev.erpkit.hr.japan.payslip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.payslip.PayPolicy.When;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.LineAudit;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import dev.erpkit.hr.run.PaidSlip;
import java.time.LocalDate;
import java.time.YearMonth;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class JapanPackTest {
    static final Pack JAPAN = JapanPack.create();
    static final Payroll PAYROLL = Payroll.of(JAPAN);

    static PayDates month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        DateRange period = DateRange.of(first, first.plusMonths(1));
        return PayDates.of(period, first.withDayOfMonth(25))
                .premium(YearMonth.of(year, month).minusMonths(1))
                .notice(month >= 6 ? year : year - 1);
    }

    static PayrollInputBuilder worker(long pay) {
        return PayrollInput.of(JAPAN, "E-1")
                .set("pay", pay)
                .set("born", LocalDate.of(1990, 5, 10))
                .set("joined", LocalDate.of(2020, 4, 1))
                .set("prefecture", "13")
                .set("social-insured", true)
                .set("standard-remuneration", 300_000)
                .set("employment-insured", true)
                .set("business", "general")
                .set("accident-insured", true)
                .set("accident-business", "94")
                .set("resident-collected", false);
    }

    private static Payslip pay(String edition, PayDates dates, PayrollInputBuilder input) {
        return PAYROLL.plan(edition, dates).orElseThrow().compute(input.build()).orElseThrow();
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    /** The first lines of the package. */
    @Test
    void snippet() {
        Pack japan = JapanPack.create();
        DateRange april = DateRange.of(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
        PayDates dates = new PayPolicy(When.NEXT_MONTH, When.NEXT_MONTH).dates(april, LocalDate.of(2026, 5, 25));
        PayrollPlan plan = Payroll.of(japan).plan("monthly", dates).orElseThrow();
        PayrollInput input = PayrollInput.of(japan, "E-1")
                .set("pay", 300_000)
                .set("born", LocalDate.of(1990, 5, 10))
                .set("joined", LocalDate.of(2020, 4, 1))
                .set("prefecture", "13")
                .set("social-insured", true)
                .set("standard-remuneration", 300_000)
                .set("employment-insured", true)
                .set("business", "general")
                .set("accident-insured", true)
                .set("accident-business", "94")
                .set("tax-column", "kou")
                .set("dependants", 1)
                .set("method", "table")
                .set("resident-collected", false)
                .build();
        Payslip slip = plan.compute(input).orElseThrow();
        long net = slip.netMinor();
        String why = slip.explain("income-tax").orElseThrow().render();
        assertThat(net).isEqualTo(300_000 - 14_775 - 345 - 27_450 - 1_500 - slip.minor("income-tax"));
        assertThat(why)
                .contains("withholding-tables=version 2026 for payment", "keyed on=payment 2026-05-25", "tax-base");
        assertThat(slip.audit()).allMatch(LineAudit::sound);
    }

    @Test
    void a_month_of_social_insurance_and_tax() {
        Payslip slip = pay(
                "monthly",
                month(2026, 5),
                worker(410_000).set("standard-remuneration", 410_000).set("born", LocalDate.of(1980, 1, 1)));
        assertThat(slip.minor("health")).isEqualTo(23_513);
        assertThat(slip.minor("health-employer")).isEqualTo(23_514);
        assertThat(slip.minor("child-support")).isEqualTo(471);
        assertThat(slip.minor("child-support-employer")).isEqualTo(472);
        assertThat(slip.minor("employment-insurance-employer")).isEqualTo(3_485);
        assertThat(slip.minor("accident-insurance")).isEqualTo(1_230);
        assertThat(slip.minor("tax-base")).isEqualTo(346_451);
        assertThat(slip.minor("income-tax")).isEqualTo(67_800);
    }

    @Test
    void leavers_bear_one_premium_or_two() {
        Payslip two = pay("monthly", month(2026, 6), worker(300_000).set("last-day", LocalDate.of(2026, 6, 30)));
        assertThat(two.minor("health")).isEqualTo(29_550);
        assertThat(two.minor("child-contribution")).isEqualTo(2_160);
        Payslip one = pay("monthly", month(2026, 6), worker(286_364).set("last-day", LocalDate.of(2026, 6, 29)));
        assertThat(one.minor("health")).isEqualTo(14_775);
        assertThat(one.minor("income-tax")).isEqualTo(33_600);
    }

    @Test
    void a_month_of_childcare_leave_is_free_of_social_but_not_of_employment_insurance() {
        Payslip slip = pay("monthly", month(2026, 6), worker(300_000).set("leave-exempt", true));
        assertThat(slip.minor("health") + slip.minor("pension") + slip.minor("child-contribution"))
                .isZero();
        assertThat(slip.minor("employment-insurance")).isEqualTo(1_500);
    }

    @Test
    void taxed_benefits() {
        Payslip slip = pay(
                "monthly",
                month(2026, 5),
                worker(300_000).set("meal-value", 13_000).set("meal-own-share", 6_000));
        assertThat(slip.minor("tax-base")).isEqualTo(262_930);
        Payslip fare = pay("monthly", month(2026, 5), worker(300_000).set("commuting-allowance", 160_000));
        assertThat(fare.minor("taxable-pay")).isEqualTo(310_000);
        assertThat(fare.minor("employment-insurance")).isEqualTo(2_300);
        Payslip housing = pay("monthly", month(2026, 5), worker(300_000).set("other-taxed-benefits", 11_840));
        assertThat(housing.minor("tax-base")).isEqualTo(267_770);
        assertThat(housing.grossMinor()).isEqualTo(300_000);
    }

    @Test
    void an_allowance_for_going_by_car_is_untaxed_by_its_distance() {
        Payslip slip = pay(
                "monthly",
                month(2026, 9),
                worker(300_000)
                        .set("commuting-allowance", 20_000)
                        .set("commuting-car-kilometres", 20)
                        .set("commuting-parking", 3_000));
        assertThat(slip.grossMinor()).isEqualTo(320_000);
        assertThat(slip.minor("employment-insurance")).isEqualTo(1_600);
        assertThat(slip.minor("tax-base")).isEqualTo(259_330);
    }

    @Test
    void a_merit_rate_replaces_the_table_of_accident_insurance() {
        Payslip slip = pay("monthly", month(2026, 5), worker(300_000).set("accident-merit-per-mille", "2.5"));
        assertThat(slip.minor("accident-insurance")).isEqualTo(750);
    }

    @Test
    void resident_tax_needs_a_notice_of_the_year() {
        PayrollInputBuilder noticed = worker(300_000)
                .set("resident-collected", true)
                .set("resident-first", 15_300)
                .set("resident-monthly", 15_000);
        assertThat(pay("monthly", month(2026, 6), noticed).minor("resident-tax"))
                .isEqualTo(15_300);
        assertThat(pay("monthly", month(2026, 5), noticed).minor("resident-tax"))
                .isEqualTo(15_000);
        assertThat(refusal(PAYROLL.plan("monthly", month(2026, 6).notice(2025))
                        .then(plan -> plan.compute(noticed.build()))))
                .isEqualTo("japan.resident-notice-missing");
        assertThat(refusal(PAYROLL.plan("monthly", month(2026, 6))
                        .then(plan -> plan.compute(
                                worker(300_000).set("resident-collected", true).build()))))
                .isEqualTo("japan.resident-notice-missing");
    }

    @Test
    void bonus_with_caps_by_what_was_committed_before() {
        PayDates june = month(2026, 6).premium(YearMonth.of(2026, 6));
        PayrollInputBuilder input = worker(0)
                .set("bonus", 1_234_567)
                .set("previous-pay-after-insurance", 255_930)
                .set("bonus-months", 6);
        Payslip first = pay("bonus", june, input);
        assertThat(first.minor("health")).isEqualTo(60_774);
        assertThat(first.minor("child-support-employer")).isEqualTo(1_419);
        assertThat(first.minor("pension")).isEqualTo(112_911);
        Payslip second =
                pay("bonus", june, input.accumulators(AccumulatorState.none().plus(first)));
        assertThat(second.minor("standard-bonus-pension")).isEqualTo(266_000);
        assertThat(second.minor("standard-bonus-health")).isEqualTo(1_234_000);
    }

    @Test
    void a_year_is_settled_once() {
        AccumulatorState year = AccumulatorState.none();
        for (int month = 1; month <= 12; month++) {
            year = year.plus(pay(
                    "monthly",
                    month(2026, month),
                    worker(300_000)
                            .set("tax-column", "kou")
                            .set("dependants", 0)
                            .set("method", "table")));
        }
        PayDates december = month(2026, 12);
        Payslip settled =
                pay("year-end-2026", december, PayrollInput.of(JAPAN, "E-1").accumulators(year));
        long withheld = year.sum(JAPAN.accumulator("tax-of-year").orElseThrow(), december.payment());
        assertThat(withheld - settled.minor("year-end-refund")).isEqualTo(settled.minor("tax-of-the-year"));
        assertThat(settled.netMinor()).isPositive();
        Payslip again =
                pay("year-end-2026", december, PayrollInput.of(JAPAN, "E-1").accumulators(year.plus(settled)));
        assertThat(again.minor("year-end-difference")).isZero();
        assertThat(settled.audit()).allMatch(LineAudit::sound);
    }

    @Test
    void retirement_pay() {
        Payslip slip = pay(
                "retirement",
                month(2026, 5),
                PayrollInput.of(JAPAN, "E-1")
                        .set("retirement-pay", 5_000_000)
                        .set("service-years", 3)
                        .set("retirement-kind", "short"));
        assertThat(slip.minor("retirement-income-tax")).isEqualTo(1_021_000);
        assertThat(slip.minor("retirement-municipal-tax")).isEqualTo(138_000);
    }

    @Test
    void outside_of_what_is_known_it_refuses() {
        assertThat(refusal(PAYROLL.plan("monthly", month(2024, 12)))).isEqualTo("payroll.outside-coverage");
        assertThat(refusal(PAYROLL.plan("monthly", month(2027, 4))
                        .then(plan -> plan.compute(worker(1).build()))))
                .isEqualTo("payroll.parameter-uncovered");
        assertThat(refusal(PAYROLL.plan("monthly", month(2026, 4))
                        .then(plan ->
                                plan.compute(worker(1).set("tax-column", "hei").build()))))
                .isEqualTo("japan.not-confirmed");
        assertThat(refusal(PAYROLL.plan("monthly", month(2026, 4))
                        .then(plan ->
                                plan.compute(worker(1).set("tax-column", "kou").build()))))
                .isEqualTo("payroll.fact-missing");
        assertThat(refusal(PAYROLL.plan("monthly", month(2026, 4))
                        .then(plan -> plan.compute(
                                worker(1).set("born", LocalDate.of(2030, 1, 1)).build()))))
                .isEqualTo("japan.birthday-in-future");
    }

    @Test
    void the_wage_ledger_has_a_row_for_each_payment() {
        PaidSlip june = kept(pay("monthly", month(2026, 6), worker(300_000)));
        PaidSlip may = kept(pay("monthly", month(2026, 5), worker(300_000)));
        WorkedTime time = new WorkedTime(20, 9_600, 0, 0, 0);
        WageLedger ledger = WageLedger.of(
                "E-1", Lists.immutable.of(new WageLedger.Entry(june, time), new WageLedger.Entry(may, time)));
        assertThat(ledger.rows().collect(row -> row.payment().getMonthValue())).containsExactly(5, 6);
        WageLedger.Row row = ledger.rows().getFirst();
        assertThat(row.earnings().collect(WageLedger.Amount::name)).containsExactly("pay");
        assertThat(row.net())
                .isEqualTo(row.earnings().sumOfLong(WageLedger.Amount::yen)
                        - row.deductions().sumOfLong(WageLedger.Amount::yen));
        assertThat(row).hasToString("Row paid 2026-05-25");
        assertThat(WageLedger.of("E-2", Lists.immutable.of(new WageLedger.Entry(may, time)))
                        .rows())
                .isEmpty();
    }

    private static PaidSlip kept(Payslip slip) {
        return PaidSlip.of(slip, Lists.immutable.empty());
    }
}
