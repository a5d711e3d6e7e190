package dev.erpkit.accounting.tax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Figures of peers' tests and of published examples; the source stands beside each. */
class TaxGoldenTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final CurrencyUnit EUR = Amounts.currency("EUR");
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final TaxPolicy PER_LINE = TaxPolicy.of(TaxGranularity.LINE, RoundingRule.HALF_UP);
    private static final TaxPolicy GLOBAL = TaxPolicy.of(TaxGranularity.TAX, RoundingRule.HALF_UP);

    private static TaxedLine line(String id, String amount, String... taxes) {
        return TaxedLine.of(id, new BigDecimal(amount), taxes);
    }

    private static TaxedLine line(String id, int quantity, String unitPrice, String... taxes) {
        return TaxedLine.of(id, BigDecimal.valueOf(quantity), new BigDecimal(unitPrice), taxes);
    }

    private static TaxResult tax(TaxPolicy policy, CurrencyUnit currency, Taxes taxes, TaxedLine... lines) {
        return TaxEngine.compute(Lists.immutable.of(lines), taxes, policy, DAY, currency)
                .orElseThrow();
    }

    private static void assertTotals(TaxResult result, String net, String tax, String total) {
        assertThat(plain(Lists.immutable.of(result.net(), result.tax(), result.total())))
                .containsExactly(net, tax, total);
    }

    private static ImmutableList<String> plain(ImmutableList<MonetaryAmount> amounts) {
        return amounts.collect(a -> Amounts.canonical(a).substring(4));
    }

    private static ImmutableList<String> taxesOf(TaxResult result, int line) {
        return plain(result.line(line).taxes().collect(TaxAmount::amount));
    }

    private static ImmutableList<String> basesOf(TaxResult result, int line) {
        return plain(result.line(line).taxes().collect(TaxAmount::base));
    }

    /** odoo/odoo, addons/account/tests/test_taxes_computation.py, random case 4. */
    @Test
    void included_tax_is_rounded_and_its_base_is_the_difference() {
        Taxes taxes = Taxes.of(Tax.percent("VAT", "12").priceIncluded(true).build());
        assertTotals(tax(PER_LINE, EUR, taxes, line("1", "52.50", "VAT")), "46.87", "5.63", "52.50");
    }

    /** odoo/odoo, pull request 45701. */
    @Test
    void two_included_lines_by_line_and_once() {
        Taxes taxes = Taxes.of(Tax.percent("VAT", "21").priceIncluded(true).build());
        TaxedLine[] lines = {line("1", "11.90", "VAT"), line("2", "2.80", "VAT")};
        assertTotals(tax(GLOBAL, EUR, taxes, lines), "12.15", "2.55", "14.70");
        assertTotals(tax(PER_LINE, EUR, taxes, lines), "12.14", "2.56", "14.70");
    }

    /** odoo/odoo, addons/account/tests/test_tax.py, advanced 0. */
    @Test
    void included_and_excluded_taxes_in_turns() {
        Taxes taxes = Taxes.of(
                Tax.percent("a", "10")
                        .priceIncluded(true)
                        .affectsLaterBase(true)
                        .build(),
                Tax.percent("b", "10").build(),
                Tax.percent("c", "10").priceIncluded(true).build(),
                Tax.percent("d", "10").build(),
                Tax.percent("e", "10").priceIncluded(true).build());
        TaxResult result = tax(PER_LINE, EUR, taxes, line("1", "132.0", "a", "b", "c", "d", "e"));
        assertTotals(result, "100.00", "54.00", "154.00");
        assertThat(taxesOf(result, 0)).containsExactly("10.00", "11.00", "11.00", "11.00", "11.00");
        assertThat(basesOf(result, 0)).containsExactly("100.00", "110.00", "110.00", "110.00", "110.00");
    }

    /** tryton/tryton, modules/account/tests/test_account.py, tax changing the unit price. */
    @Test
    void an_eco_tax_enters_the_base() {
        Taxes taxes = Taxes.of(
                Tax.fixedPerUnit("eco", "5").affectsLaterBase(true).build(),
                Tax.percent("VAT", "20").build());
        TaxResult result = tax(PER_LINE, EUR, taxes, line("1", 5, "100", "eco", "VAT"));
        assertThat(taxesOf(result, 0)).containsExactly("25.00", "105.00");
        assertThat(basesOf(result, 0)).containsExactly("500.00", "525.00");
        TaxedLine gross = TaxedLine.builder()
                .id("1")
                .quantity(Rational.of(5))
                .unitPrice(Rational.of(126))
                .pricing(LinePricing.INCLUDED)
                .taxes("eco", "VAT")
                .build();
        assertThat(tax(PER_LINE, EUR, taxes, gross).line(0).unroundedNet()).isEqualTo(Rational.of(500));
    }

    /** odoo/odoo, addons/account/tests/test_taxes_computation.py and test_taxes_tax_totals_summary.py (Brazil). */
    @Test
    void five_division_taxes_share_the_gross_price_in_two_currencies() {
        ImmutableList<String> rates = Lists.immutable.of("5", "3", "0.65", "9", "15");
        Taxes taxes = Taxes.of(rates.collect(
                rate -> Tax.division("d" + rate, rate).priceIncluded(true).build()));
        String[] codes = rates.collect(rate -> "d" + rate).toArray(new String[0]);
        TaxedLine[] lines = {line("1", "48", codes), line("2", "48", codes)};
        ExchangeRate rate = new ExchangeRate(EUR, Amounts.currency("USD"), Rational.of(1, 3), RateType.SPOT, DAY);
        TaxResult perLine = tax(PER_LINE, EUR, taxes, lines);
        assertTotals(perLine, "64.66", "31.34", "96.00");
        assertThat(plain(perLine.totals().collect(TaxTotal::amount)))
                .containsExactly("4.80", "2.88", "0.62", "8.64", "14.40");
        assertTotals(perLine.in(rate), "21.56", "10.44", "32.00");
        assertThat(plain(perLine.in(rate).totals().collect(TaxTotal::amount)))
                .containsExactly("1.60", "0.96", "0.20", "2.88", "4.80");
        TaxResult global = tax(GLOBAL, EUR, taxes, lines);
        assertTotals(global, "64.66", "31.34", "96.00");
        assertTotals(global.in(rate), "21.55", "10.45", "32.00");
        assertThat(plain(global.in(rate).totals().collect(TaxTotal::amount)))
                .containsExactly("1.60", "0.96", "0.21", "2.88", "4.80");
    }

    /** odoo/odoo, addons/account/tests/test_taxes_computation.py, random case 9. */
    @Test
    void a_division_tax_may_take_all_of_an_included_price() {
        Taxes taxes = Taxes.of(Tax.division("all", "100").priceIncluded(true).build());
        assertTotals(tax(PER_LINE, EUR, taxes, line("1", "100", "all")), "0.00", "100.00", "100.00");
    }

    /** odoo/odoo, issue 24725. */
    @Test
    void nine_units_in_one_line_or_nine() {
        Taxes taxes = Taxes.of(Tax.percent("VAT", "6").build());
        TaxedLine[] nine = new TaxedLine[9];
        for (int i = 0; i < nine.length; i++) {
            nine[i] = line(String.valueOf(i), "13.60", "VAT");
        }
        assertTotals(tax(PER_LINE, EUR, taxes, line("1", 9, "13.60", "VAT")), "122.40", "7.34", "129.74");
        assertTotals(tax(PER_LINE, EUR, taxes, nine), "122.40", "7.38", "129.78");
        assertTotals(tax(GLOBAL, EUR, taxes, nine), "122.40", "7.34", "129.74");
    }

    /** National Tax Agency of Japan, invoice system Q&A, worked example on fractions. */
    @Test
    void a_qualified_invoice_rounds_once_for_each_rate() {
        Taxes taxes =
                Taxes.of(Tax.percent("8", "8").build(), Tax.percent("10", "10").build());
        TaxedLine[] lines = {
            line("a", 83, "167", "8"), line("b", 197, "67", "8"), line("c", 57, "77", "10"), line("d", 57, "417", "10")
        };
        TaxResult once = tax(TaxPolicy.of(TaxGranularity.RATE, RoundingRule.TRUNCATE), JPY, taxes, lines);
        assertThat(plain(once.rates().collect(TaxTotal::base))).containsExactly("27060", "28158");
        assertThat(plain(once.rates().collect(TaxTotal::amount))).containsExactly("2164", "2815");
        assertTotals(once, "55218", "4979", "60197");
        TaxResult each = tax(TaxPolicy.of(TaxGranularity.LINE, RoundingRule.TRUNCATE), JPY, taxes, lines);
        assertThat(plain(each.rates().collect(TaxTotal::amount))).containsExactly("2163", "2814");
    }

    /** odoo/odoo, addons/account/tests/test_taxes_computation.py, random case 8. */
    @Test
    void what_is_withheld_and_what_enters_the_base() {
        Taxes taxes = Taxes.of(
                Tax.percent("w", "-20").build(),
                Tax.percent("a", "4").affectsLaterBase(true).build(),
                Tax.percent("b", "22").build());
        TaxResult result = tax(PER_LINE, EUR, taxes, line("1", "50", "w", "a", "b"));
        assertThat(taxesOf(result, 0)).containsExactly("-10.00", "2.00", "11.44");
        assertTotals(result, "50.00", "3.44", "53.44");
    }
}
