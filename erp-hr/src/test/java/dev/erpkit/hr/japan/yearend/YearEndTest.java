package dev.erpkit.hr.japan.yearend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class YearEndTest {
    private static String refusal(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    private static YearEndFacts.Builder pay(int year, long pay) {
        YearEndFacts.Builder facts = YearEndFacts.builder();
        facts.year(year).totalPay(pay);
        return facts;
    }

    /** NTA 2026, example A. */
    @Test
    void example_of_the_tax_agency() {
        YearEnd done = YearEnd.of(pay(2026, 8_970_000)
                        .withheldTax(156_670)
                        .socialInsurance(1_386_102)
                        .lifeInsurance(new LifeInsurance(80_000, 35_000, 80_000, 30_000, 90_000))
                        .earthquake(42_000)
                        .oldLongTerm(14_800)
                        .spouseIncome(500_000L)
                        .family(new Family(1, 1, 0, 1, 1, 0, 0))
                        .dependantUnder23(true)
                        .specifiedRelativeIncomes(Lists.immutable.of(1_000_000L))
                        .housingLoanCredit(76_500)
                        .incomeAdjustment(true)
                        .build())
                .orElseThrow();
        assertThat(done.totalIncome()).isEqualTo(6_973_000);
        assertThat(done.totalDeductions()).isEqualTo(4_826_102);
        assertThat(done.taxable()).isEqualTo(2_146_000);
        assertThat(done.annualTax()).isEqualTo(41_400);
        assertThat(done.difference()).isEqualTo(-115_270);
        assertThat(done).hasToString("YearEnd");
        assertThat(done.trace().render()).contains("tax of the year = 41400", "Income Tax Act art. 190");
    }

    @Test
    void employment_income_at_the_edges() {
        assertThat(EmploymentIncome.after(2025, 650_999).orElseThrow()).isZero();
        assertThat(EmploymentIncome.after(2025, 651_000).orElseThrow()).isEqualTo(1_000);
        assertThat(EmploymentIncome.after(2026, 740_999).orElseThrow()).isZero();
        assertThat(EmploymentIncome.after(2025, 1_900_000).orElseThrow()).isEqualTo(1_250_000);
        assertThat(EmploymentIncome.after(2025, 5_500_000).orElseThrow()).isEqualTo(3_960_000);
        assertThat(EmploymentIncome.after(2025, 7_654_321).orElseThrow()).isEqualTo(5_788_888);
        assertThat(EmploymentIncome.after(2026, 741_000).orElseThrow()).isEqualTo(1_000);
        assertThat(EmploymentIncome.after(2026, 2_193_000).orElseThrow()).isEqualTo(1_453_000);
        assertThat(EmploymentIncome.after(2026, 2_587_999).orElseThrow()).isEqualTo(1_728_800);
        assertThat(EmploymentIncome.after(2027, 20_000_000).orElseThrow()).isEqualTo(18_050_000);
    }

    @Test
    void deductions_at_the_edges() {
        assertThat(Deductions.basic(2025, 1_320_001).orElseThrow()).isEqualTo(880_000);
        assertThat(Deductions.basic(2026, 4_890_000).orElseThrow()).isEqualTo(1_040_000);
        assertThat(Deductions.spouse(2026, 620_000, false, 9_500_001).orElseThrow())
                .isEqualTo(130_000);
        assertThat(Deductions.spouse(2025, 620_000, true, 9_000_000).orElseThrow())
                .as("special, age does not matter")
                .isEqualTo(380_000);
        assertThat(Deductions.spouse(2026, 620_000, true, 9_000_000).orElseThrow())
                .isEqualTo(480_000);
        assertThat(Deductions.spouse(2026, 1_330_001, false, 1).orElseThrow()).isZero();
        assertThat(Deductions.spouse(2026, 0, false, 10_000_001).orElseThrow()).isZero();
        assertThat(Deductions.specifiedRelative(2026, 850_001).orElseThrow()).isEqualTo(610_000);
        assertThat(Deductions.specifiedRelative(2026, 620_000).orElseThrow()).isZero();
        assertThat(Deductions.specifiedRelative(2026, 1_230_001).orElseThrow()).isZero();
        assertThat(Deductions.earthquake(0, 10_001)).isEqualTo(10_001);
        assertThat(Deductions.tax(3_300_000)).isEqualTo(232_500);
    }

    @Test
    void life_insurance_by_three_tables() {
        assertThat(new LifeInsurance(10_000, 100_000, 0, 0, 0).general(2026, false))
                .isEqualTo(50_000);
        assertThat(new LifeInsurance(120_000, 0, 0, 0, 0).general(2025, true)).isEqualTo(40_000);
        assertThat(new LifeInsurance(120_000, 0, 0, 0, 0).general(2026, true)).isEqualTo(60_000);
        assertThat(new LifeInsurance(20_001, 0, 0, 0, 0).general(2026, false)).isEqualTo(20_001);
        assertThat(new LifeInsurance(60_001, 0, 0, 0, 0).general(2026, true)).isEqualTo(45_001);
    }

    /** As the tax agency's form asks: incomes of 5,000,000 and of 850,000 or 890,000 at most. */
    @Test
    void declared_status_counts_up_to_an_income() {
        assertThat(family(pay(2026, 6_777_778).singleParent(true))).isEqualTo(350_000);
        assertThat(family(pay(2026, 6_778_000).singleParent(true))).isZero();
        assertThat(family(pay(2026, 6_777_778).widow(true))).isEqualTo(270_000);
        assertThat(family(pay(2026, 6_778_000).widow(true))).isZero();
        assertThat(family(pay(2026, 1_630_000).workingStudent(true))).isEqualTo(270_000);
        assertThat(family(pay(2026, 1_631_000).workingStudent(true))).isZero();
        assertThat(family(pay(2025, 1_500_000).workingStudent(true))).isEqualTo(270_000);
        assertThat(family(pay(2025, 1_501_000).workingStudent(true))).isZero();
    }

    private static long family(YearEndFacts.Builder facts) {
        return YearEnd.of(facts.build()).orElseThrow().family();
    }

    @Test
    void refusals() {
        assertThat(refusal(YearEnd.of(pay(2026, 20_000_001).build()))).isEqualTo("japan.year-end-not-eligible");
        assertThat(YearEnd.of(pay(2026, 20_000_000).build()).isAccepted()).isTrue();
        assertThat(refusal(YearEnd.of(pay(2024, 3_000_000).build()))).isEqualTo("japan.not-covered");
        assertThat(refusal(YearEnd.of(pay(2028, 3_000_000).build()))).isEqualTo("japan.not-covered");
        assertThat(refusal(YearEnd.of(pay(2026, -1).build()))).isEqualTo("japan.below-zero");
        assertThat(refusal(YearEnd.of(
                        pay(2026, 1).family(new Family(0, 0, 0, 0, 0, 0, -1)).build())))
                .isEqualTo("japan.below-zero");
        assertThat(pay(2026, 1).build().toString()).doesNotContain("totalPay=1");
    }

    @Test
    void the_withholding_slip_has_the_figures_of_the_form() {
        WithholdingSlip slip = WithholdingSlip.adjusted(
                        pay(2026, 3_000_000).socialInsurance(123).build())
                .orElseThrow();
        assertThat(slip.fields().toString())
                .isEqualTo("{所得控除の額の合計額=1040123, 支払金額=3000000, 源泉徴収税額=49900, 社会保険料等の金額=123, 給与所得控除後の金額=2020000}");
        assertThat(WithholdingSlip.unadjusted(2026, 1_000, 30, 0).fields().toString())
                .isEqualTo("{支払金額=1000, 源泉徴収税額=30}");
        assertThat(slip).hasToString("WithholdingSlip of 2026");
    }

    /** The first lines of the package. */
    @Test
    void snippet() {
        YearEndFacts facts = YearEndFacts.builder()
                .year(2026)
                .totalPay(3_000_000)
                .withheldTax(52_300)
                .socialInsurance(123)
                .build();
        YearEnd adjustment = YearEnd.of(facts).orElseThrow();
        long refund = -adjustment.difference();
        assertThat(refund).isEqualTo(2_400);
    }
}
