package dev.erpkit.accounting.tax.japan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxRefusals;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxTotal;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumptionTaxTest {
    private static MonetaryAmount yen(long number) {
        return Amounts.ofMinor(number, Amounts.currency("JPY"));
    }

    private static Outcome<TaxResult> tax(String day, TaxedLine... lines) {
        return TaxEngine.compute(
                Lists.immutable.of(lines),
                ConsumptionTax.taxes(),
                QualifiedInvoice.policy(RoundingRule.TRUNCATE),
                LocalDate.parse(day),
                Amounts.currency("JPY"));
    }

    private static TaxedLine line(String id, String amount, String tax) {
        return TaxedLine.of(id, new BigDecimal(amount), tax);
    }

    /** The lines of the package's description. */
    @Test
    void the_first_lines_of_an_embedder() {
        TaxPolicy policy = QualifiedInvoice.policy(RoundingRule.TRUNCATE);
        ImmutableList<TaxedLine> lines = Lists.immutable.of(
                TaxedLine.of("food", new BigDecimal("27060"), ConsumptionTax.REDUCED),
                TaxedLine.of("box", new BigDecimal("28158"), ConsumptionTax.STANDARD));
        TaxResult result = TaxEngine.compute(
                        lines, ConsumptionTax.taxes(), policy, LocalDate.of(2026, 11, 28), Amounts.currency("JPY"))
                .orElseThrow();
        String reduced = Amounts.canonical(result.total("8 reduced").amount()); // JPY 2164
        String standard = Amounts.canonical(result.total("10").amount()); // JPY 2815
        assertThat(reduced).isEqualTo("JPY 2164");
        assertThat(standard).isEqualTo("JPY 2815");
    }

    @ParameterizedTest
    @CsvSource({
        "1989-04-01, 3000, 0",
        "1997-03-31, 3000, 0",
        "1997-04-01, 4000, 1000",
        "2014-03-31, 4000, 1000",
        "2014-04-01, 6300, 1700",
        "2019-09-30, 6300, 1700",
        "2019-10-01, 7800, 2200",
        "2026-11-28, 7800, 2200"
    })
    void the_standard_rate_by_tax_point(String day, long national, long local) {
        TaxResult result =
                tax(day, line("1", "100000", ConsumptionTax.STANDARD)).orElseThrow();
        assertThat(result.total(ConsumptionTax.nationalOf(ConsumptionTax.STANDARD))
                        .amount())
                .isEqualTo(yen(national));
        assertThat(result.total(ConsumptionTax.localOf(ConsumptionTax.STANDARD)).amount())
                .isEqualTo(yen(local));
    }

    @Test
    void there_was_no_tax_before_it_began_and_no_reduced_rate_before_2019() {
        assertThat(tax("1989-03-31", line("1", "100", ConsumptionTax.STANDARD))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(TaxRefusals.RATE_MISSING);
        assertThat(tax("2019-09-30", line("1", "100", ConsumptionTax.REDUCED))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(TaxRefusals.RATE_MISSING);
    }

    @Test
    void the_reduced_and_the_former_8_per_cent_are_two_rates() {
        TaxResult result = tax(
                        "2020-01-31",
                        line("1", "1111", ConsumptionTax.REDUCED),
                        line("2", "1111", ConsumptionTax.FORMER_8))
                .orElseThrow();
        assertThat(result.rates().collect(TaxTotal::key)).containsExactly("8 reduced", "8");
        assertThat(result.rates().collect(TaxTotal::amount)).containsExactly(yen(88), yen(88));
    }

    @Test
    void classes_without_tax_are_told_apart_by_their_boxes() {
        TaxResult result = tax(
                        "2026-11-28",
                        line("1", "100", ConsumptionTax.EXPORT),
                        line("2", "200", ConsumptionTax.EXEMPT),
                        line("3", "300", ConsumptionTax.OUT_OF_SCOPE))
                .orElseThrow();
        assertThat(result.tax()).isEqualTo(yen(0));
        assertThat(result.boxes().get(ConsumptionTax.EXEMPT)).isEqualTo(yen(200));
        assertThat(result.boxes().get(ConsumptionTax.OUT_OF_SCOPE)).isEqualTo(yen(300));
    }

    @Test
    void a_qualified_invoice_is_not_rounded_by_line() {
        assertThat(QualifiedInvoice.require(QualifiedInvoice.policy(RoundingRule.UP))
                        .isAccepted())
                .isTrue();
        TaxPolicy byLine = TaxPolicy.of(TaxGranularity.LINE, RoundingRule.TRUNCATE);
        assertThat(QualifiedInvoice.require(byLine).refusal().orElseThrow().code())
                .isEqualTo(QualifiedInvoice.POLICY);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-09-30, 1, 1",
        "2023-10-01, 4/5, 4/5",
        "2026-09-30, 4/5, 4/5",
        "2026-10-01, 7/10, 1/2",
        "2028-09-30, 7/10, 1/2",
        "2028-10-01, 1/2, 1/2",
        "2029-10-01, 1/2, 0",
        "2030-10-01, 3/10, 0",
        "2031-10-01, 0, 0"
    })
    void what_may_be_deducted_of_purchases_from_unregistered_sellers(String day, String reform, String enacted) {
        LocalDate purchase = LocalDate.parse(day);
        assertThat(UnregisteredSellers.REFORM_2026.shareOn(purchase)).isEqualTo(Rational.parse(reform));
        assertThat(UnregisteredSellers.AS_ENACTED_2016.shareOn(purchase)).isEqualTo(Rational.parse(enacted));
    }

    /** Where the law as it was enacted and the outline of its reform part, nothing is confirmed. */
    @Test
    void shares_are_confirmed_as_long_as_law_and_outline_agree() {
        for (LocalDate day = LocalDate.of(2023, 9, 1); day.isBefore(LocalDate.of(2032, 1, 1)); day = day.plusDays(1)) {
            boolean agree = UnregisteredSellers.REFORM_2026
                    .shareOn(day)
                    .equals(UnregisteredSellers.AS_ENACTED_2016.shareOn(day));
            assertThat(agree || !UnregisteredSellers.isConfirmedOn(day))
                    .as("%s", day)
                    .isTrue();
        }
        assertThat(UnregisteredSellers.isConfirmedOn(LocalDate.of(2026, 9, 30))).isTrue();
        assertThat(UnregisteredSellers.isConfirmedOn(LocalDate.of(2026, 10, 1))).isFalse();
    }

    @Test
    void the_rest_of_a_purchase_from_an_unregistered_seller_is_cost() {
        LocalDate day = LocalDate.of(2026, 11, 28);
        TaxedLine cut = UnregisteredSellers.REFORM_2026.cut(line("1", "12345", ConsumptionTax.STANDARD), day);
        TaxTotal total = tax("2026-11-28", cut).orElseThrow().total("10");
        assertThat(total.amount()).isEqualTo(yen(1234));
        // 70 % of 963 national and of 271 local, each cut down
        assertThat(total.deductible()).isEqualTo(yen(674 + 189));
        assertThat(total.nonDeductible()).isEqualTo(yen(371));
    }

    @Test
    void small_purchases_of_small_businesses_need_no_invoice_for_some_years() {
        assertThat(SmallPurchases.frees(yen(9_999), LocalDate.of(2029, 9, 30))).isTrue();
        assertThat(SmallPurchases.frees(yen(10_000), LocalDate.of(2029, 9, 30))).isFalse();
        assertThat(SmallPurchases.frees(yen(9_999), LocalDate.of(2029, 10, 1))).isFalse();
        assertThat(SmallPurchases.frees(yen(9_999), LocalDate.of(2023, 9, 30))).isFalse();
        assertThat(SmallPurchases.isOpenTo(yen(100_000_000), yen(60_000_000))).isTrue();
        assertThat(SmallPurchases.isOpenTo(yen(100_000_001), yen(50_000_000))).isTrue();
        assertThat(SmallPurchases.isOpenTo(yen(100_000_001), yen(50_000_001))).isFalse();
    }
}
