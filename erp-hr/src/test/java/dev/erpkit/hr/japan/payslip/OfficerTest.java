package dev.erpkit.hr.japan.payslip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.hr.payroll.LineAudit;
import dev.erpkit.hr.payroll.Pack;
import dev.erpkit.hr.payroll.Payroll;
import dev.erpkit.hr.payroll.PayrollInput;
import dev.erpkit.hr.payroll.PayrollInputBuilder;
import dev.erpkit.hr.payroll.Payslip;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

/** What is borne for whom: each insurance is a fact of its own, and wages alone count for those of labour. */
class OfficerTest {
    private static final Pack JAPAN = JapanPackTest.JAPAN;
    private static final Payroll PAYROLL = JapanPackTest.PAYROLL;

    private static PayrollInputBuilder officer(long pay) {
        return PayrollInput.of(JAPAN, "E-1")
                .set("pay", pay)
                .set("born", LocalDate.of(1990, 5, 10))
                .set("joined", LocalDate.of(2020, 4, 1))
                .set("prefecture", "13")
                .set("social-insured", true)
                .set("standard-remuneration", 650_000)
                .set("resident-collected", false);
    }

    private static Outcome<Payslip> pay(PayrollInputBuilder input) {
        return PAYROLL.plan("monthly", JapanPackTest.month(2026, 6)).then(plan -> plan.compute(input.build()));
    }

    @Test
    void an_officer_bears_social_insurance_alone() {
        Payslip slip = pay(officer(660_000)
                        .set("commuting-allowance", 10_000)
                        .set("employment-insured", false)
                        .set("accident-insured", false))
                .orElseThrow();
        assertThat(slip.minor("employment-insurance")
                        + slip.minor("employment-insurance-employer")
                        + slip.minor("accident-insurance"))
                .isZero();
        assertThat(slip.minor("pension")).isEqualTo(59_475);
        assertThat(slip.audit()).allMatch(LineAudit::sound);
    }

    /** 500,000 of 800,000 is paid as an officer; premiums of 0.5, 0.85 and 0.3 % are borne on the rest. */
    @Test
    void an_officer_who_is_employed_beside_bears_labour_insurance_on_the_wage() {
        PayrollInputBuilder input = officer(800_000)
                .set("officer-pay", 500_000)
                .set("employment-insured", true)
                .set("business", "general")
                .set("accident-insured", true)
                .set("accident-business", "94");
        Payslip slip = pay(input).orElseThrow();
        assertThat(slip.minor("employment-insurance")).isEqualTo(1_500);
        assertThat(slip.minor("employment-insurance-employer")).isEqualTo(2_550);
        assertThat(slip.minor("accident-insurance")).isEqualTo(900);
        assertThat(slip.audit()).allMatch(LineAudit::sound);
        assertThat(refusal(input.set("officer-pay", 800_001)).code().value()).isEqualTo("japan.officer-pay");
        Payslip bonus = PAYROLL.plan("bonus", JapanPackTest.month(2026, 6).premium(YearMonth.of(2026, 6)))
                .then(plan -> plan.compute(input.set("bonus", 1_000_000)
                        .set("officer-pay", 1_000_000)
                        .set("previous-pay-after-insurance", 500_000)
                        .set("bonus-months", 6)
                        .build()))
                .orElseThrow();
        assertThat(bonus.minor("employment-insurance") + bonus.minor("accident-insurance"))
                .isZero();
    }

    private static Refusal refusal(PayrollInputBuilder input) {
        return pay(input).refusal().orElseThrow();
    }

    @Test
    void what_is_not_said_about_an_insurance_is_asked_for() {
        PayrollInputBuilder silent = officer(660_000);
        assertThat(refusal(silent.set("employment-insured", false)).facts().get("fact"))
                .isEqualTo("accident-insured");
        assertThat(refusal(silent.set("accident-insured", true)).facts().get("fact"))
                .isEqualTo("accident-business");
        assertThat(refusal(officer(660_000).set("accident-insured", false))
                        .facts()
                        .get("fact"))
                .isEqualTo("employment-insured");
    }
}
