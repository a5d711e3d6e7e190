package dev.erpkit.accounting.declaration.japan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.accounting.declaration.japan.GeneralFigures.Proportion;
import dev.erpkit.accounting.declaration.japan.GeneralFigures.PurchaseTax;
import dev.erpkit.accounting.declaration.japan.SimplifiedFigures.Choice;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/**
 * Worked returns. Those marked shinkoku are the published figures of github.com/kazukinagata/shinkoku,
 * tests/unit/test_consumption_tax_rounding.py, of which the first is said there to be checked against freee. Those marked
 * invoice-navi are from invoice-navi.pages.dev/articles/30percent-special-measure. Others are computed by hand along the
 * formulas of schedules 2-3 and 5-3.
 */
class ConsumptionTaxReturnTest {
    private static final DateRange YEAR_2025 = DateRange.parse("2025-01-01/2026-01-01");
    private static final ConsumptionRate STANDARD = ConsumptionRate.STANDARD;
    private static final ConsumptionRate REDUCED = ConsumptionRate.REDUCED;

    private static SalesFigures sales(long reduced, long standard) {
        return sales(YEAR_2025, reduced, standard);
    }

    private static SalesFigures sales(DateRange period, long reduced, long standard) {
        return SalesFigures.builder()
                .period(period)
                .grossSales(new ByRate(reduced, standard))
                .build();
    }

    private static ConsumptionTaxReturn twoTenths(SalesFigures sales) {
        return ConsumptionTaxReturns.smallIssuer(sales, SmallIssuerRule.TWO_TENTHS, Taxpayer.SOLE_PROPRIETOR, 9_000_000)
                .orElseThrow();
    }

    private static GeneralFigures.Builder general(SalesFigures sales) {
        return GeneralFigures.builder().sales(sales);
    }

    private static ConsumptionTaxReturn filed(GeneralFigures.Builder figures) {
        return ConsumptionTaxReturns.general(figures.build()).orElseThrow();
    }

    @Test
    void the_snippet_of_the_package() {
        SalesFigures sales = SalesFigures.builder()
                .period(DateRange.parse("2026-04-01/2027-04-01"))
                .grossSales(new ByRate(0, 1_234_567))
                .build();
        GeneralFigures figures = GeneralFigures.builder()
                .sales(sales)
                .add(Purchase.qualified(ConsumptionRate.STANDARD, PurchaseUse.COMMON, 987_654))
                .build();
        ConsumptionTaxReturn filed = ConsumptionTaxReturns.general(figures).orElseThrow();
        assertThat(filed.yen(ReturnItem.TOTAL)).isEqualTo(22_300); // shinkoku
        assertThat(filed.yen(ReturnItem.TAXABLE_CONSIDERATION)).isEqualTo(1_122_333);
        assertThat(filed.yen(ReturnItem.TAXABLE_BASE)).isEqualTo(1_122_000);
        assertThat(filed.yen(ReturnItem.TAX_ON_SALES)).isEqualTo(87_516);
        assertThat(filed.yen(ReturnItem.INPUT_TAX)).isEqualTo(70_033);
        assertThat(filed.yen(ReturnItem.NET_TAX)).isEqualTo(17_400);
        assertThat(filed.yen(ReturnItem.LOCAL_TAX)).isEqualTo(4_900);
        assertThat(filed.trace().render())
                .contains("課税標準額 [消費税法28条1項、国税通則法118条1項] = 1122000")
                .contains("全額控除");
    }

    @Test
    void two_tenths_of_the_tax_on_sales() {
        ConsumptionTaxReturn filed = twoTenths(sales(0, 165_000)); // shinkoku, checked against freee there
        assertThat(filed.yen(ReturnItem.TAXABLE_BASE)).isEqualTo(150_000);
        assertThat(filed.yen(ReturnItem.TAX_ON_SALES)).isEqualTo(11_700);
        assertThat(filed.yen(ReturnItem.NET_TAX)).isEqualTo(2_300);
        assertThat(filed.yen(ReturnItem.LOCAL_TAX)).isEqualTo(600);
        assertThat(filed.yen(ReturnItem.TOTAL)).isEqualTo(2_900);
        assertThat(twoTenths(sales(0, 5_500_000)).yen(ReturnItem.TOTAL)).isEqualTo(100_000); // shinkoku
        assertThat(twoTenths(sales(0, 7_700_000)).yen(ReturnItem.TOTAL)).isEqualTo(140_000); // invoice-navi
        ConsumptionTaxReturn mixed = twoTenths(sales(108_000, 1_100_000)); // shinkoku
        assertThat(mixed.yen(ReturnItem.TAXABLE_BASE, REDUCED)).isEqualTo(100_000);
        assertThat(mixed.yen(ReturnItem.TAXABLE_BASE, STANDARD)).isEqualTo(1_000_000);
        assertThat(mixed.yen(ReturnItem.TAX_ON_SALES)).isEqualTo(84_240);
    }

    @Test
    void three_tenths_for_sole_proprietors_in_2027_and_2028() {
        SalesFigures sales = sales(DateRange.parse("2027-01-01/2028-01-01"), 0, 7_700_000);
        ConsumptionTaxReturn filed = ConsumptionTaxReturns.smallIssuer(
                        sales, SmallIssuerRule.THREE_TENTHS, Taxpayer.SOLE_PROPRIETOR, 10_000_000)
                .orElseThrow();
        assertThat(filed.yen(ReturnItem.TOTAL)).isEqualTo(210_000); // invoice-navi
        assertIneligible(ConsumptionTaxReturns.smallIssuer(
                sales, SmallIssuerRule.THREE_TENTHS, Taxpayer.CORPORATION, 10_000_000));
        assertIneligible(ConsumptionTaxReturns.smallIssuer(
                sales(0, 7_700_000), SmallIssuerRule.THREE_TENTHS, Taxpayer.SOLE_PROPRIETOR, 0));
    }

    @Test
    void two_tenths_end_with_the_period_that_has_the_last_of_september_2026() {
        DateRange last = DateRange.parse("2026-09-30/2027-09-30");
        DateRange after = DateRange.parse("2026-10-01/2027-10-01");
        assertThat(twoTenths(sales(last, 0, 7_700_000)).yen(ReturnItem.TOTAL)).isEqualTo(140_000);
        assertIneligible(ConsumptionTaxReturns.smallIssuer(
                sales(after, 0, 7_700_000), SmallIssuerRule.TWO_TENTHS, Taxpayer.CORPORATION, 0));
        assertIneligible(ConsumptionTaxReturns.smallIssuer(
                sales(last, 0, 7_700_000), SmallIssuerRule.TWO_TENTHS, Taxpayer.CORPORATION, 10_000_001));
    }

    private static void assertIneligible(Outcome<ConsumptionTaxReturn> outcome) {
        assertThat(outcome.refusal().orElseThrow().code()).isEqualTo(JapanReturnRefusals.INELIGIBLE);
    }

    @Test
    void purchases_by_rate() {
        ConsumptionTaxReturn filed = filed(general(sales(0, 5_500_000)) // shinkoku
                .add(Purchase.qualified(STANDARD, PurchaseUse.TAXABLE, 1_100_000))
                .add(Purchase.qualified(REDUCED, PurchaseUse.COMMON, 216_000)));
        assertThat(filed.yen(ReturnItem.INPUT_TAX, STANDARD)).isEqualTo(78_000);
        assertThat(filed.yen(ReturnItem.INPUT_TAX, REDUCED)).isEqualTo(12_480);
    }

    @Test
    void a_refund_is_not_cut_off_and_takes_the_local_tax_with_it() {
        ConsumptionTaxReturn filed = filed(general(sales(0, 110_000)) // shinkoku
                .add(Purchase.qualified(STANDARD, PurchaseUse.TAXABLE, 1_100_000)));
        assertThat(filed.yen(ReturnItem.REFUND)).isEqualTo(70_200);
        assertThat(filed.yen(ReturnItem.NET_TAX)).isZero();
        assertThat(filed.yen(ReturnItem.LOCAL_REFUND)).isEqualTo(19_800);
        assertThat(filed.yen(ReturnItem.TOTAL)).isEqualTo(-90_000);
    }

    @Test
    void nothing_sold_and_bought_is_nothing_to_pay() {
        assertThat(filed(general(sales(0, 0))).yen(ReturnItem.TOTAL)).isZero();
    }

    /** 82 % taxable: 780,000 for taxable, 156,000 common, 78,000 for non-taxable sales. */
    private static GeneralFigures.Builder mixedUse() {
        return general(sales(0, 90_200_000))
                .add(Purchase.qualified(STANDARD, PurchaseUse.TAXABLE, 11_000_000))
                .add(Purchase.qualified(STANDARD, PurchaseUse.COMMON, 2_200_000))
                .add(Purchase.qualified(STANDARD, PurchaseUse.NON_TAXABLE, 1_100_000))
                .nonTaxableSales(18_000_000);
    }

    @Test
    void below_95_percent_common_tax_counts_in_proportion() {
        assertThat(filed(mixedUse()).yen(ReturnItem.INPUT_TAX)).isEqualTo(780_000 + 127_920);
        assertThat(filed(mixedUse().proportion(Proportion.LUMP_SUM)).yen(ReturnItem.INPUT_TAX))
                .isEqualTo(831_480);
        assertThat(filed(mixedUse()).trace().render()).contains("課税売上割合 [消費税法30条6項、施行令48条] = 82000000/100000000");
    }

    @Test
    void the_95_percent_are_exact_and_never_rounded_up() {
        // NTA, questions and answers, fraction of the share of taxable sales: 94.856 % is not 95 %
        GeneralFigures.Builder below = general(sales(0, 104_341_600))
                .add(Purchase.qualified(STANDARD, PurchaseUse.COMMON, 1_100_000))
                .nonTaxableSales(5_144_000);
        assertThat(filed(below).yen(ReturnItem.INPUT_TAX)).isEqualTo(73_987);
        GeneralFigures.Builder at = general(sales(0, 104_500_000))
                .add(Purchase.qualified(STANDARD, PurchaseUse.COMMON, 1_100_000))
                .nonTaxableSales(5_000_000);
        assertThat(filed(at).yen(ReturnItem.INPUT_TAX)).isEqualTo(78_000);
    }

    @Test
    void above_500_million_a_year_not_all_counts_however_high_the_share() {
        assertThat(filed(large(YEAR_2025, 550_000_000)).yen(ReturnItem.INPUT_TAX))
                .isEqualTo(78_000);
        assertThat(filed(large(YEAR_2025, 550_000_011)).yen(ReturnItem.INPUT_TAX))
                .isEqualTo(77_844);
        DateRange halfYear = DateRange.parse("2025-04-01/2025-10-01");
        assertThat(filed(large(halfYear, 275_000_011)).yen(ReturnItem.INPUT_TAX))
                .isLessThan(78_000);
        assertThat(filed(large(halfYear, 275_000_000)).yen(ReturnItem.INPUT_TAX))
                .isEqualTo(78_000);
    }

    private static GeneralFigures.Builder large(DateRange period, long gross) {
        return general(sales(period, 0, gross))
                .add(Purchase.qualified(STANDARD, PurchaseUse.COMMON, 1_100_000))
                .nonTaxableSales(1_000_000);
    }

    @Test
    void exports_count_as_taxable_in_the_share() {
        GeneralFigures.Builder exporter = general(sales(0, 1_100_000))
                .add(Purchase.qualified(STANDARD, PurchaseUse.COMMON, 1_100_000))
                .exemptSales(8_000_000)
                .nonTaxableExports(500_000)
                .nonTaxableSales(500_000);
        assertThat(filed(exporter).yen(ReturnItem.INPUT_TAX)).isEqualTo(78_000);
    }

    @Test
    void transitional_purchases_count_by_their_share() {
        GeneralFigures.Builder figures = general(sales(0, 11_000_000))
                .add(Purchase.transitional(STANDARD, PurchaseUse.TAXABLE, 80, 1_100_000))
                .add(Purchase.transitional(STANDARD, PurchaseUse.TAXABLE, 50, 1_100_000))
                .add(Purchase.imported(STANDARD, PurchaseUse.TAXABLE, 7_800));
        assertThat(filed(figures).yen(ReturnItem.INPUT_TAX)).isEqualTo(62_400 + 39_000 + 7_800);
        assertThatThrownBy(() -> Purchase.transitional(STANDARD, PurchaseUse.TAXABLE, 101, 1))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("japan-return.share")).isTrue());
    }

    @Test
    void adding_up_takes_78_percent_of_what_the_invoices_show() {
        SalesFigures added = SalesFigures.builder()
                .period(YEAR_2025)
                .grossSales(new ByRate(0, 1_099_989))
                .invoicedTax(new ByRate(0, 99_990))
                .build();
        GeneralFigures.Builder figures = general(added)
                .add(Purchase.accumulated(STANDARD, PurchaseUse.TAXABLE, 109_999, 9_999))
                .add(Purchase.accumulatedTransitional(STANDARD, PurchaseUse.TAXABLE, 80, 11_000, 624))
                .purchaseTax(PurchaseTax.ACCUMULATED);
        ConsumptionTaxReturn filed = filed(figures);
        assertThat(filed.yen(ReturnItem.TAXABLE_BASE)).isEqualTo(999_000);
        assertThat(filed.yen(ReturnItem.TAX_ON_SALES)).isEqualTo(77_992);
        assertThat(filed.yen(ReturnItem.INPUT_TAX)).isEqualTo(7_799 + 624);
        assertMethods(figures.purchaseTax(PurchaseTax.BY_TOTALS));
        assertMethods(general(sales(0, 1_100))
                .add(Purchase.qualified(STANDARD, PurchaseUse.TAXABLE, 1_100))
                .purchaseTax(PurchaseTax.ACCUMULATED));
    }

    private static void assertMethods(GeneralFigures.Builder figures) {
        assertThat(ConsumptionTaxReturns.general(figures.build())
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(JapanReturnRefusals.METHODS);
    }

    @Test
    void returns_bad_debts_recoveries_and_interim_payments() {
        SalesFigures sales = SalesFigures.builder()
                .period(YEAR_2025)
                .grossSales(new ByRate(1_080_000, 11_000_000))
                .grossReturns(new ByRate(108_000, 0))
                .grossBadDebts(new ByRate(0, 110_000))
                .grossRecoveries(new ByRate(0, 55_000))
                .interimNational(900_000)
                .interimLocal(100_000)
                .build();
        ConsumptionTaxReturn filed = filed(general(sales));
        assertThat(filed.yen(ReturnItem.TAX_ON_SALES)).isEqualTo(62_400 + 780_000);
        assertThat(filed.yen(ReturnItem.RECOVERED_BAD_DEBTS)).isEqualTo(3_900);
        assertThat(filed.yen(ReturnItem.DEDUCTIONS)).isEqualTo(6_240 + 7_800);
        assertThat(filed.yen(ReturnItem.NET_TAX)).isEqualTo(832_200);
        assertThat(filed.yen(ReturnItem.INTERIM_REFUND_NATIONAL)).isEqualTo(67_800);
        assertThat(filed.yen(ReturnItem.LOCAL_TAX)).isEqualTo(234_700);
        assertThat(filed.yen(ReturnItem.PAYABLE_LOCAL)).isEqualTo(134_700);
        assertThat(filed.yen(ReturnItem.TOTAL)).isEqualTo(66_900);
    }

    private static ConsumptionTaxReturn simplified(Choice choice, ClassSales... classes) {
        ByRate gross = Lists.immutable.of(classes).injectInto(ByRate.NONE, (sum, each) -> sum.plus(each.gross()));
        SalesFigures sales =
                SalesFigures.builder().period(YEAR_2025).grossSales(gross).build();
        return ConsumptionTaxReturns.simplified(
                        new SimplifiedFigures(sales, Lists.immutable.of(classes), 50_000_000, choice))
                .orElseThrow();
    }

    private static ClassSales of(BusinessClass businessClass, long standardNet) {
        return ClassSales.of(businessClass, new ByRate(0, standardNet / 10 * 11));
    }

    @Test
    void one_class_of_business_deducts_its_deemed_purchases() {
        // shinkoku
        assertThat(simplified(Choice.MOST_FAVOURABLE, of(BusinessClass.FIFTH, 1_000_000))
                        .yen(ReturnItem.NET_TAX))
                .isEqualTo(39_000);
        assertThat(simplified(Choice.MOST_FAVOURABLE, of(BusinessClass.FIRST, 2_000_000))
                        .yen(ReturnItem.NET_TAX))
                .isEqualTo(15_600);
        assertThat(simplified(Choice.PRINCIPLE, of(BusinessClass.FIFTH, 5_000_000))
                        .yen(ReturnItem.NET_TAX))
                .isEqualTo(195_000);
    }

    @Test
    void every_class_has_its_share() {
        long[] percent = {90, 80, 70, 60, 50, 40};
        for (BusinessClass each : BusinessClass.values()) {
            assertThat(simplified(Choice.PRINCIPLE, of(each, 1_000_000)).yen(ReturnItem.INPUT_TAX))
                    .isEqualTo(780 * percent[each.ordinal()]);
        }
    }

    @Test
    void a_class_of_75_percent_may_lend_its_share_to_all() {
        ClassSales[] classes = {of(BusinessClass.FIRST, 7_500_000), of(BusinessClass.FIFTH, 2_500_000)};
        assertThat(simplified(Choice.PRINCIPLE, classes).yen(ReturnItem.INPUT_TAX))
                .isEqualTo(624_000);
        ConsumptionTaxReturn favourable = simplified(Choice.MOST_FAVOURABLE, classes);
        assertThat(favourable.yen(ReturnItem.INPUT_TAX)).isEqualTo(702_000);
        assertThat(favourable.trace().render())
                .contains("特例計算 FIRST [3項1号]")
                .doesNotContain("3項2号"); // which needs a third class
        ClassSales[] below = {of(BusinessClass.FIRST, 7_499_990), of(BusinessClass.FIFTH, 2_500_010)};
        assertThat(simplified(Choice.MOST_FAVOURABLE, below).yen(ReturnItem.INPUT_TAX))
                .isLessThan(624_000);
    }

    @Test
    void two_of_three_classes_of_75_percent_may_set_the_share_of_the_third() {
        ClassSales[] classes = {
            of(BusinessClass.SECOND, 5_000_000), of(BusinessClass.THIRD, 3_000_000), of(BusinessClass.SIXTH, 2_000_000)
        };
        // 780,000 x (50 % x 80 + 30 % x 70 + 20 % x 40), and with 50 % x 80 + 50 % x 70
        assertThat(simplified(Choice.PRINCIPLE, classes).yen(ReturnItem.INPUT_TAX))
                .isEqualTo(538_200);
        assertThat(simplified(Choice.MOST_FAVOURABLE, classes).yen(ReturnItem.INPUT_TAX))
                .isEqualTo(585_000);
    }

    @Test
    void the_principle_wins_where_the_large_class_has_the_lower_share() {
        ClassSales[] classes = {of(BusinessClass.SIXTH, 8_000_000), of(BusinessClass.FIRST, 2_000_000)};
        assertThat(simplified(Choice.MOST_FAVOURABLE, classes).yen(ReturnItem.INPUT_TAX))
                .isEqualTo(390_000);
    }

    @Test
    void simplified_returns_are_refused_above_50_million_and_where_classes_do_not_add_up() {
        SalesFigures sales = sales(0, 1_100_000);
        ClassSales all = ClassSales.of(BusinessClass.FIRST, new ByRate(0, 1_100_000));
        assertIneligible(ConsumptionTaxReturns.simplified(
                new SimplifiedFigures(sales, Lists.immutable.of(all), 50_000_001, Choice.PRINCIPLE)));
        assertThat(ConsumptionTaxReturns.simplified(
                                new SimplifiedFigures(sales, Lists.immutable.of(all, all), 0, Choice.PRINCIPLE))
                        .refusal()
                        .orElseThrow()
                        .code())
                .isEqualTo(JapanReturnRefusals.CLASSES);
    }

    @Test
    void amounts_below_zero_and_periods_above_a_year_are_no_figures() {
        assertThatThrownBy(() -> sales(0, -1))
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has("japan-return.negative")).isTrue());
        for (String period : new String[] {"2025-01-01/2026-01-02", "2019-09-30/2020-03-31", "2025-01-01/.."}) {
            assertThatThrownBy(() -> sales(DateRange.parse(period), 0, 1))
                    .isInstanceOfSatisfying(
                            InvalidValueException.class,
                            e -> assertThat(e.has("japan-return.period")).isTrue());
        }
    }
}
