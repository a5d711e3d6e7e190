package dev.erpkit.hr.us;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.payroll.AccumulatorState;
import dev.erpkit.hr.payroll.LineAudit;
import dev.erpkit.hr.payroll.PayDates;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.PayrollPlan;
import dev.erpkit.hr.payroll.Payslip;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FederalPackTest {
    private final Payroll payroll = Payroll.of(FederalPack.create());

    private PayrollPlan march(int year) {
        LocalDate last = LocalDate.of(year, 3, 31);
        return payroll.plan("regular", PayDates.of(DateRange.ofClosed(LocalDate.of(year, 3, 1), last), last))
                .orElseThrow();
    }

    private PayrollInputBuilder monthly(String wages) {
        return PayrollInput.of(payroll.pack(), "E-1").set("wages", wages).set("pay-frequency", "monthly");
    }

    @Test
    void a_month_of_a_single_person() {
        Payslip slip = march(2026).compute(monthly("4000.00").set("filing-status", "single").build())
                .orElseThrow();
        assertThat(slip.minor("income-tax")).isEqualTo(298_33);
        assertThat(slip.minor("social-security")).isEqualTo(248_00);
        assertThat(slip.minor("medicare")).isEqualTo(58_00);
        assertThat(slip.minor("futa")).isEqualTo(24_00);
        assertThat(slip.netMinor()).isEqualTo(4_000_00 - 298_33 - 248_00 - 58_00);
        assertThat(slip.employerCostMinor()).isEqualTo(4_000_00 + 248_00 + 58_00 + 24_00);
        assertThat(slip.audit()).allMatch(LineAudit::sound);
        assertThat(slip.explain("income-tax").orElseThrow().render())
                .contains("version 2026 for payment 2026-03-31", "law=IRC 3402(a)", "adjusted annual wage = 39400.00");
    }

    @Test
    void without_a_form_the_law_says_single() {
        Payslip none = march(2026).compute(monthly("4000").build()).orElseThrow();
        assertThat(none.minor("income-tax")).isEqualTo(298_33);
        assertThat(none.explain("income-tax").orElseThrow().render()).contains("single by law: 26 CFR 31.3402(f)(2)");
    }

    @Test
    void an_old_form_counts_allowances_and_must_tell_them() {
        PayrollInputBuilder old = PayrollInput.of(payroll.pack(), "E-1")
                .set("wages", "2000")
                .set("pay-frequency", "biweekly")
                .set("filing-status", "single")
                .set("w4-before-2020", true);
        assertThat(march(2026).compute(old.build()).refusal().orElseThrow().facts().get("fact"))
                .isEqualTo("allowances");
        assertThat(march(2026).compute(old.set("allowances", 2).build()).orElseThrow().minor("income-tax"))
                .isEqualTo(156_15);
        assertThat(march(2026).compute(old.set("filing-status", "hoh").build()).refusal().orElseThrow().code().value())
                .isEqualTo("us.w4-contradicts");
    }

    @Test
    void the_year_of_payment_decides_and_other_years_are_refused() {
        assertThat(march(2025).compute(monthly("4000").build()).orElseThrow().minor("income-tax"))
                .isNotEqualTo(298_33);
        LocalDate day = LocalDate.of(2027, 1, 8);
        assertThat(payroll.plan("regular", PayDates.of(DateRange.ofDay(day), day)).refusal().orElseThrow().code().value())
                .isEqualTo("payroll.outside-coverage");
    }

    @Test
    void caps_run_over_the_year() {
        AccumulatorState state = AccumulatorState.none();
        long base = 0;
        for (int i = 0; i < 5; i++) {
            Payslip slip = march(2026).compute(monthly("50000").accumulators(state).build())
                    .orElseThrow();
            base += slip.minor("social-security-wages");
            state = state.plus(slip);
        }
        assertThat(base).isEqualTo(184_500_00);
        Payslip next = march(2026).compute(monthly("50000").accumulators(state).build()).orElseThrow();
        assertThat(next.minor("medicare-additional")).isEqualTo(450_00);
        assertThat(next.minor("futa")).isZero();
    }

    @Test
    void a_bonus_is_taxed_flat_and_a_creditor_waits_behind_the_law() {
        Payslip slip = march(2026).compute(monthly("4000")
                        .set("supplemental", "1000")
                        .set("garnishment-order", "5000")
                        .build())
                .orElseThrow();
        assertThat(slip.minor("income-tax-supplemental")).isEqualTo(220_00);
        assertThat(slip.minor("income-tax")).isEqualTo(298_33);
        long disposable = slip.minor("disposable-earnings");
        assertThat(slip.minor("garnishment")).isEqualTo(disposable / 4);
    }
}
