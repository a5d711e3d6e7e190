package dev.erpkit.hr.japan.retirement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RetirementTaxTest {
    private static RetirementTax tax(long pay, int years, RetirementKind kind, boolean declared) {
        return RetirementTax.of(pay, new ServiceYears(years, 0), kind, false, declared)
                .orElseThrow();
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    @Test
    void deduction_and_half() {
        RetirementTax thirty = tax(20_000_000, 30, RetirementKind.GENERAL, true);
        assertThat(thirty.deduction()).isEqualTo(15_000_000);
        assertThat(thirty.taxable()).isEqualTo(2_500_000);
        assertThat(thirty.incomeTax()).isEqualTo(155_702);
        assertThat(thirty.residentTax()).isEqualTo(250_000);
        assertThat(tax(900_000, 1, RetirementKind.SHORT, true).deduction()).isEqualTo(800_000);
        assertThat(RetirementTax.deduction(new ServiceYears(25, 10), true)).isEqualTo(8_500_000);
    }

    @Test
    void short_service_officers_and_no_declaration() {
        RetirementTax none = tax(5_000_000, 3, RetirementKind.SHORT, false);
        assertThat(none.incomeTax()).isEqualTo(1_021_000);
        assertThat(none.residentTax()).isEqualTo(230_000);
        assertThat(tax(5_000_000, 3, RetirementKind.OFFICER, true).taxable()).isEqualTo(3_800_000);
        assertThat(RetirementKind.of(5, false)).isEqualTo(RetirementKind.SHORT);
        assertThat(RetirementKind.of(6, true)).isEqualTo(RetirementKind.GENERAL);
    }

    @Test
    void an_earlier_pay_of_the_year_counts_in() {
        RetirementTax both = tax(8_000_000, 13, RetirementKind.GENERAL, true);
        RetirementTax left = both.lessWithheld(20_420, 24_000, 16_000);
        assertThat(left.incomeTax()).isEqualTo(51_050);
        assertThat(left.municipal()).isEqualTo(60_000);
        assertThat(left.prefectural()).isEqualTo(40_000);
        assertThat(left.trace().render()).contains("withheld before", "retirement income = 1400000");
        RetirementTax nothing = both.lessWithheld(100_000, 90_000, 60_000);
        assertThat(nothing.incomeTax() + nothing.residentTax()).isZero();
    }

    @Test
    void a_part_of_a_year_counts_as_a_year() {
        assertThat(ServiceYears.between(LocalDate.of(2020, 4, 1), LocalDate.of(2026, 3, 31))
                        .years())
                .isEqualTo(6);
        assertThat(ServiceYears.between(LocalDate.of(2020, 4, 1), LocalDate.of(2026, 4, 1))
                        .years())
                .isEqualTo(7);
    }

    @Test
    void refusals() {
        assertThat(refusal(RetirementTax.of(-1, new ServiceYears(1, 0), RetirementKind.GENERAL, false, true)))
                .isEqualTo("japan.below-zero");
        assertThat(refusal(RetirementTax.of(1, new ServiceYears(0, 0), RetirementKind.GENERAL, false, true)))
                .isEqualTo("japan.service-years");
        assertThat(refusal(RetirementTax.of(1, new ServiceYears(6, 0), RetirementKind.SHORT, false, true)))
                .isEqualTo("japan.retirement-kind");
    }

    /** The first lines of the package. */
    @Test
    void snippet() {
        RetirementTax tax = RetirementTax.of(20_000_000, new ServiceYears(30, 0), RetirementKind.GENERAL, false, true)
                .orElseThrow();
        long withheld = tax.incomeTax() + tax.municipal() + tax.prefectural();
        assertThat(withheld).isEqualTo(405_702);
    }
}
