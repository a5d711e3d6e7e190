package dev.erpkit.hr.japan.payslip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.hr.japan.payslip.PayPolicy.When;
import dev.erpkit.hr.payroll.LineAudit;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.Payslip;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pay of those who leave, by the practice of their employer: Health Insurance Act articles 156 (3) and 167 (1),
 * Employees' Pension Insurance Act articles 81 and 84, Local Tax Act article 321-5 (2).
 */
class LeaverTest {
    private static final Payroll PAYROLL = JapanPackTest.PAYROLL;

    private static PayDates paid(When pay, When premiums, YearMonth worked) {
        PayPolicy policy = new PayPolicy(pay, premiums);
        DateRange period = DateRange.ofClosed(worked.atDay(1), worked.atEndOfMonth());
        return policy.dates(period, policy.payMonth(period).atDay(25));
    }

    private static Outcome<Payslip> pay(PayDates dates, PayrollInputBuilder input) {
        return PAYROLL.plan("monthly", dates).then(plan -> plan.compute(input.build()));
    }

    /** Premiums a month on 300,000 in Tokyo: health 14,775, child support 345, pension 27,450. */
    @ParameterizedTest
    @CsvSource({
        "SAME_MONTH, NEXT_MONTH, 2026-06-30, 1, 2",
        "SAME_MONTH, NEXT_MONTH, 2026-06-29, 1, 1",
        "SAME_MONTH, SAME_MONTH, 2026-06-30, 1, 1",
        "SAME_MONTH, SAME_MONTH, 2026-06-29, 1, 0",
        "NEXT_MONTH, NEXT_MONTH, 2026-06-30, 1, 1",
        "NEXT_MONTH, NEXT_MONTH, 2026-06-29, 1, 0",
        "NEXT_MONTH, SAME_MONTH, 2026-06-30, 1, 0",
        "NEXT_MONTH, SAME_MONTH, 2026-06-29, 0, 0"
    })
    void premiums_of_the_last_two_pays(When pay, When premiums, LocalDate lastDay, int ofMay, int ofJune) {
        PayrollInputBuilder leaver = JapanPackTest.worker(300_000).set("last-day", lastDay);
        int[] months = {ofMay, ofJune};
        for (int worked = 5; worked <= 6; worked++) {
            Payslip slip =
                    pay(paid(pay, premiums, YearMonth.of(2026, worked)), leaver).orElseThrow();
            int borne = months[worked - 5];
            assertThat(slip.minor("health")).isEqualTo(14_775L * borne);
            assertThat(slip.minor("child-support")).isEqualTo(345L * borne);
            assertThat(slip.minor("pension")).isEqualTo(27_450L * borne);
            assertThat(slip.minor("pension-employer")).isEqualTo(27_450L * borne);
            assertThat(slip.audit()).allMatch(LineAudit::sound);
        }
    }

    /**
     * Of Tokyo, 40 years old on 2026-03-14: February at 9.91 %, March at 9.85 % and 1.62 % for care, half of each of
     * 300,000.
     */
    @Test
    void each_month_has_its_own_rate_and_age() {
        PayrollInputBuilder leaver = JapanPackTest.worker(300_000)
                .set("born", LocalDate.of(1986, 3, 15))
                .set("last-day", LocalDate.of(2026, 3, 31));
        Payslip slip = pay(paid(When.SAME_MONTH, When.NEXT_MONTH, YearMonth.of(2026, 3)), leaver)
                .orElseThrow();
        assertThat(slip.minor("health")).isEqualTo(14_865 + 17_205);
        assertThat(slip.minor("pension")).isEqualTo(2 * 27_450);
    }

    /** A notice of 180,300: 15,300 in June, then 15,000. Columns: leaving, request, last pay, what it bears. */
    @ParameterizedTest
    @CsvSource({
        "SAME_MONTH, 2026-03-31, false, 400000, 45000",
        "NEXT_MONTH, 2026-03-31, false, 400000, 30000",
        "SAME_MONTH, 2026-03-31, false, 75000, 15000",
        "NEXT_MONTH, 2026-02-28, false, 75000, 0",
        "SAME_MONTH, 2026-04-30, false, 400000, 30000",
        "NEXT_MONTH, 2026-04-30, false, 400000, 15000",
        "SAME_MONTH, 2026-05-31, true, 400000, 15000",
        "NEXT_MONTH, 2026-05-31, true, 400000, 0",
        "SAME_MONTH, 2026-06-30, false, 400000, 15300",
        "SAME_MONTH, 2026-06-30, true, 400000, 180300",
        "NEXT_MONTH, 2026-09-30, false, 400000, 0",
        "NEXT_MONTH, 2026-09-30, true, 400000, 120000",
        "SAME_MONTH, 2026-12-15, true, 400000, 90000"
    })
    void resident_tax_of_the_last_pay(When pay, LocalDate lastDay, boolean requested, long gross, long borne) {
        PayrollInputBuilder leaver = noticed(gross).set("last-day", lastDay).set("resident-rest-requested", requested);
        Payslip slip =
                pay(paid(pay, When.NEXT_MONTH, YearMonth.from(lastDay)), leaver).orElseThrow();
        assertThat(slip.minor("resident-tax")).isEqualTo(borne);
        assertThat(slip.audit()).allMatch(LineAudit::sound);
    }

    private static PayrollInputBuilder noticed(long gross) {
        return JapanPackTest.worker(gross)
                .set("resident-collected", true)
                .set("resident-first", 15_300)
                .set("resident-monthly", 15_000);
    }

    @Test
    void the_installment_of_june_asks_for_no_other() {
        PayrollInputBuilder leaver =
                noticed(400_000).forget("resident-monthly").set("last-day", LocalDate.of(2026, 6, 30));
        PayDates june = paid(When.SAME_MONTH, When.NEXT_MONTH, YearMonth.of(2026, 6));
        assertThat(pay(june, leaver).orElseThrow().minor("resident-tax")).isEqualTo(15_300);
        assertThat(pay(june, leaver.set("resident-rest-requested", true))
                        .refusal()
                        .orElseThrow()
                        .facts()
                        .get("fact"))
                .isEqualTo("resident-monthly");
    }

    /** Whoever leaves at the end of September still has the pay of August in it. */
    @Test
    void the_pay_before_the_last_bears_its_installment() {
        PayrollInputBuilder leaver =
                noticed(400_000).set("last-day", LocalDate.of(2026, 9, 30)).set("resident-rest-requested", true);
        Payslip slip = pay(paid(When.NEXT_MONTH, When.NEXT_MONTH, YearMonth.of(2026, 8)), leaver)
                .orElseThrow();
        assertThat(slip.minor("resident-tax")).isEqualTo(15_000);
        Payslip late = pay(paid(When.NEXT_MONTH, When.NEXT_MONTH, YearMonth.of(2026, 10)), leaver)
                .orElseThrow();
        assertThat(late.minor("resident-tax") + late.minor("health")).isZero();
    }

    @Test
    void a_premium_that_a_payment_cannot_bear_is_refused() {
        PayDates june = paid(When.SAME_MONTH, When.NEXT_MONTH, YearMonth.of(2026, 6));
        PayDates wrong = june.premium(YearMonth.of(2026, 4));
        assertThat(pay(wrong, JapanPackTest.worker(300_000))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("japan.premium-month");
        PayrollInputBuilder bonus = JapanPackTest.worker(0)
                .set("bonus", 1_000_000)
                .set("previous-pay-after-insurance", 255_930)
                .set("bonus-months", 6);
        assertThat(PAYROLL.plan("bonus", june)
                        .then(plan -> plan.compute(bonus.build()))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("japan.premium-month");
    }

    @Test
    void pay_outside_of_the_declared_month_is_none_of_the_policy() {
        PayPolicy policy = new PayPolicy(When.NEXT_MONTH, When.SAME_MONTH);
        DateRange june = DateRange.of(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 7, 1));
        assertThat(policy.dates(june, LocalDate.of(2026, 7, 10)))
                .isEqualTo(PayDates.of(june, LocalDate.of(2026, 7, 10))
                        .premium(YearMonth.of(2026, 7))
                        .notice(2026));
        assertThatThrownBy(() -> policy.dates(june, LocalDate.of(2026, 6, 30)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("must be in 2026-07");
        assertThat(policy.payment().text()).isEqualTo("next-month");
    }
}
