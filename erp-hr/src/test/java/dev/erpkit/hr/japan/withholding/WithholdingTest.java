package dev.erpkit.hr.japan.withholding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.Figure;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class WithholdingTest {
    private static final LocalDate IN_2025 = LocalDate.of(2025, 6, 25);
    private static final LocalDate IN_2026 = LocalDate.of(2026, 6, 25);

    private static long table(LocalDate day, TaxColumn column, long pay, int dependants) {
        return Withholding.monthly(day, WithholdingMethod.TABLE, column, pay, dependants)
                .orElseThrow()
                .yen();
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome.refusal().orElseThrow().code().value();
    }

    /** Examples 1 to 3 of NTA denshi_01.pdf. */
    @Test
    void computer_method_gives_the_published_examples() {
        ComputerMethod computer = WithholdingYear.of(2026).orElseThrow().computer();
        assertThat(computer.tax(175_000, 2)).isEqualTo(210);
        assertThat(computer.tax(446_000, 8)).isEqualTo(940);
        assertThat(computer.tax(775_200, 3)).isEqualTo(59_470);
        assertThat(computer.taxOf(4_865)).isEqualTo(250);
    }

    @Test
    void table_by_column() {
        assertThat(table(IN_2026, TaxColumn.KOU, 350_000, 0)).isEqualTo(11_730);
        assertThat(table(IN_2026, TaxColumn.KOU, 104_999, 0)).isZero();
        assertThat(table(IN_2026, TaxColumn.OTSU, 104_999, 0)).isEqualTo(3_216);
        assertThat(table(IN_2026, TaxColumn.OTSU, 1_000_000, 0)).isEqualTo(365_384);
        assertThat(table(IN_2025, TaxColumn.KOU, 299_000, 0)).isEqualTo(8_420);
        assertThat(table(IN_2026, TaxColumn.NON_RESIDENT, 333_333, 0)).isEqualTo(68_066);
    }

    @Test
    void beyond_seven_dependants_each_takes_1610_off_but_never_below_zero() {
        assertThat(table(IN_2026, TaxColumn.KOU, 500_000, 8))
                .isEqualTo(table(IN_2026, TaxColumn.KOU, 500_000, 7) - 1_610);
        assertThat(table(IN_2026, TaxColumn.KOU, 386_000, 9)).isZero();
    }

    /** NTA Tax Answer 2523. */
    @Test
    void bonus_by_rate_and_spread_over_months() {
        assertThat(BonusWithholding.atRate(550_000, 22_462)).isEqualTo(123_541);
        assertThat(BonusWithholding.rate(2026, TaxColumn.KOU, 142_999, 2).orElseThrow())
                .isZero();
        BonusWithholding.Result spread =
                BonusWithholding.tax(IN_2025, TaxColumn.KOU, 769_300, 0, 1, 6).orElseThrow();
        assertThat(spread.tax().yen()).isEqualTo(3_180);
        assertThat(spread.spread()).contains(new BonusWithholding.Spread(6, 128_216, 530));
        assertThat(BonusWithholding.tax(IN_2026, TaxColumn.KOU, 1_000_000, 100_000, 0, 6)
                        .orElseThrow()
                        .rate())
                .as("exactly ten times the pay is still by rate")
                .isPresent();
        assertThat(BonusWithholding.tax(IN_2026, TaxColumn.KOU, 1_000_001, 100_000, 0, 7)
                        .orElseThrow()
                        .spread()
                        .orElseThrow()
                        .months())
                .isEqualTo(12);
    }

    @Test
    void what_is_not_known_or_not_confirmed_is_refused() {
        assertThat(refusal(Withholding.monthly(
                        LocalDate.of(2024, 12, 31), WithholdingMethod.TABLE, TaxColumn.KOU, 300_000, 0)))
                .isEqualTo("japan.not-covered");
        assertThat(refusal(Withholding.monthly(IN_2026, WithholdingMethod.TABLE, TaxColumn.HEI, 10_000, 0)))
                .isEqualTo("japan.not-confirmed");
        assertThat(refusal(Withholding.monthly(IN_2025, WithholdingMethod.TABLE, TaxColumn.OTSU, 1_700_000, 0)))
                .isEqualTo("japan.not-confirmed");
        assertThat(refusal(Withholding.monthly(IN_2026, WithholdingMethod.TABLE, TaxColumn.KOU, 300_000, -1)))
                .isEqualTo("japan.below-zero");
        assertThat(refusal(Withholding.monthly(IN_2026, WithholdingMethod.TABLE, TaxColumn.KOU, -1, 0)))
                .isEqualTo("japan.below-zero");
        assertThat(refusal(BonusWithholding.tax(IN_2025, TaxColumn.OTSU, 500_000, 300_000, 0, 6)))
                .isEqualTo("japan.not-confirmed");
        assertThat(refusal(BonusWithholding.tax(LocalDate.of(2027, 6, 1), TaxColumn.KOU, 500_000, 300_000, 0, 6)))
                .isEqualTo("japan.not-covered");
        assertThat(refusal(BonusWithholding.tax(IN_2026, TaxColumn.KOU, 500_000, 300_000, 0, 13)))
                .isEqualTo("japan.bonus-months");
    }

    @Test
    void a_figure_tells_how_it_came_about_and_keeps_the_amount_out_of_its_text() {
        var tax = Withholding.monthly(IN_2026, WithholdingMethod.COMPUTER, TaxColumn.KOU, 775_200, 3)
                .orElseThrow();
        assertThat(tax).hasToString("Figure by withholding by computer method");
        assertThat(tax.trace().render())
                .contains("law=Income Tax Act art. 189; MoF notice 116 of 2012", "table=computer.csv", "half-up:-1")
                .contains("taxable B = 469365");
    }

    /** The first lines of the package. */
    @Test
    void snippet() {
        Figure tax = Withholding.monthly(LocalDate.of(2026, 4, 25), WithholdingMethod.TABLE, TaxColumn.KOU, 255_000, 1)
                .orElseThrow();
        long yen = tax.yen();
        String why = tax.trace().render();
        assertThat(why).startsWith("withholding by monthly table = " + yen);
    }
}
