package dev.erpkit.accounting.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Rules of the engine, one by one. */
class TaxEngineTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
    private static final CurrencyUnit EUR = Amounts.currency("EUR");
    private static final TaxPolicy PER_LINE = TaxPolicy.of(TaxGranularity.LINE, RoundingRule.HALF_UP);

    private static MonetaryAmount eur(String number) {
        return Amounts.of(number, "EUR");
    }

    private static TaxedLine line(String id, String amount, String... taxes) {
        return TaxedLine.of(id, new BigDecimal(amount), taxes);
    }

    private static TaxRequest.Builder request(TaxedLine... lines) {
        return TaxRequest.builder()
                .lines(Lists.immutable.of(lines))
                .policy(PER_LINE)
                .taxPoint(DAY)
                .currency(EUR);
    }

    private static TaxResult tax(Taxes taxes, TaxedLine... lines) {
        return TaxEngine.compute(request(lines).build(), taxes).orElseThrow();
    }

    private static Refusal refusal(Taxes taxes, TaxedLine... lines) {
        return TaxEngine.compute(request(lines).build(), taxes).refusal().orElseThrow();
    }

    private static ImmutableList<MonetaryAmount> amounts(TaxResult result) {
        return result.line(0).taxes().collect(TaxAmount::amount);
    }

    @Test
    void taxes_of_one_sequence_share_one_base() {
        Tax eco = Tax.fixedPerUnit("eco", "10").affectsLaterBase(true).build();
        Tax vat = Tax.percent("vat", "10").build();
        assertThat(amounts(tax(Taxes.of(eco, vat), line("1", "100", "eco", "vat"))))
                .containsExactly(eur("10.00"), eur("11.00"));
        Taxes same = Taxes.of(
                Tax.builder().from(eco).sequence(1).build(),
                Tax.builder().from(vat).sequence(1).build());
        assertThat(amounts(tax(same, line("1", "100", "eco", "vat")))).containsExactly(eur("10.00"), eur("10.00"));
        Taxes turned = Taxes.of(
                Tax.builder().from(eco).sequence(2).build(),
                Tax.builder().from(vat).sequence(1).build());
        assertThat(amounts(tax(turned, line("1", "100", "eco", "vat")))).containsExactly(eur("10.00"), eur("10.00"));
    }

    @Test
    void a_tax_may_stay_untouched_by_earlier_ones() {
        Taxes taxes = Taxes.of(
                Tax.percent("a", "6").affectsLaterBase(true).build(),
                Tax.percent("b", "6")
                        .affectsLaterBase(true)
                        .affectedByEarlier(false)
                        .build(),
                Tax.percent("c", "3").build());
        assertThat(amounts(tax(taxes, line("1", "100", "a", "b", "c"))))
                .containsExactly(eur("6.00"), eur("6.00"), eur("3.36"));
    }

    /** odoo/odoo, addons/account/tests/test_tax.py, group of groups. */
    @Test
    void children_of_groups_enter_the_bases_of_later_groups() {
        Taxes taxes = Taxes.of(
                Tax.fixedPerUnit("f", "10").affectsLaterBase(true).build(),
                Tax.percent("p", "10").build(),
                Tax.group("g1", "f", "p").build(),
                Tax.group("g2", "f", "p").build(),
                Tax.group("all", "g1", "g2").build());
        TaxResult result = tax(taxes, line("1", "200", "all"));
        assertThat(amounts(result)).containsExactly(eur("10.00"), eur("21.00"), eur("10.00"), eur("22.00"));
        assertThat(result.total()).isEqualTo(eur("263.00"));
    }

    @Test
    void a_line_says_whether_its_price_has_tax_in_it() {
        Taxes taxes = Taxes.of(Tax.percent("vat", "21").priceIncluded(true).build());
        TaxedLine.Builder line =
                TaxedLine.builder().id("1").amount(new BigDecimal("121")).taxes("vat");
        assertThat(tax(taxes, line.build()).net()).isEqualTo(eur("100.00"));
        assertThat(tax(taxes, line.pricing(LinePricing.EXCLUDED).build()).net()).isEqualTo(eur("121.00"));
        assertThat(tax(taxes, line.pricing(LinePricing.INCLUDED).build()).net()).isEqualTo(eur("100.00"));
    }

    @Test
    void rates_hold_by_tax_point_and_none_is_guessed() {
        Tax vat = Tax.builder()
                .code("vat")
                .rate(DateRange.of(LocalDate.of(2020, 1, 1), DAY), "19")
                .rateFrom("2026-11-28", "21")
                .build();
        assertThat(tax(Taxes.of(vat), line("1", "100", "vat")).tax()).isEqualTo(eur("21.00"));
        Taxes past = Taxes.of(
                Tax.builder().code("vat").rate(DateRange.until(DAY), "19").build());
        Refusal refusal = refusal(past, line("1", "100", "vat"));
        assertThat(refusal.code()).isEqualTo(TaxRefusals.RATE_MISSING);
        assertThat(refusal.facts().get("date")).isEqualTo("2026-11-28");
        Taxes gone =
                Taxes.of(Tax.percent("vat", "19").validity(DateRange.until(DAY)).build());
        assertThat(tax(gone, line("1", "100", "vat")).tax()).isEqualTo(eur("0.00"));
    }

    @Test
    void what_cannot_be_computed_is_refused() {
        Taxes taxes = Taxes.of(
                Tax.group("a", "b").build(),
                Tax.group("b", "a").build(),
                Tax.fixedPerUnit("yen", "5").currency(Amounts.currency("JPY")).build(),
                Tax.division("whole", "100").build(),
                Tax.percent("gone", "-100").priceIncluded(true).build());
        assertThat(refusal(taxes, line("1", "1", "nothing")).code()).isEqualTo(TaxRefusals.UNKNOWN);
        assertThat(refusal(taxes, line("1", "1", "a")).code()).isEqualTo(TaxRefusals.GROUP_CYCLE);
        assertThat(refusal(taxes, line("1", "1", "yen")).code()).isEqualTo(TaxRefusals.CURRENCY);
        assertThat(refusal(taxes, line("1", "1", "whole")).code()).isEqualTo(TaxRefusals.UNSOLVABLE);
        assertThat(refusal(taxes, line("1", "1", "gone")).code()).isEqualTo(TaxRefusals.UNSOLVABLE);
        TaxRequest adjusted = request(line("1", "1")).adjust("yen", eur("1")).build();
        assertThat(TaxEngine.compute(adjusted, taxes).refusal().orElseThrow().code())
                .isEqualTo(TaxRefusals.ADJUSTMENT);
    }

    @Test
    void values_that_cannot_be_are_not_made() {
        assertInvalid("tax.group", () -> Tax.group("g").build());
        assertInvalid("tax.group", () -> Tax.group("g", "a").rate("1").build());
        assertInvalid(
                "tax.rates-overlap",
                () -> Tax.percent("a", "1").rateFrom("2020-01-01", "2").build());
        assertInvalid(
                "tax.share", () -> Tax.percent("a", "1").deductibleShare("1.1").build());
        assertInvalid(
                "tax.repartition",
                () -> Tax.percent("a", "1")
                        .invoice(Repartition.of(TaxPart.share("1/2", "x")))
                        .build());
        assertInvalid(
                "tax.repartition",
                () -> Tax.percent("a", "1").reverseCharge(true).build());
        assertInvalid("tax.box", () -> new BoxTag("a", 2));
        assertInvalid("tax.account", () -> TaxPart.tax("\n"));
        assertInvalid(
                "tax.duplicate",
                () -> Taxes.of(
                        Tax.percent("a", "1").build(), Tax.percent("a", "2").build()));
        assertInvalid("tax-line.price", () -> TaxedLine.builder().id("1").build());
        assertInvalid(
                "tax-line.discount",
                () -> TaxedLine.builder()
                        .id("1")
                        .amount(BigDecimal.ONE)
                        .discountPercent(BigDecimal.valueOf(101))
                        .build());
        assertInvalid(
                "tax.share",
                () -> TaxedLine.builder()
                        .id("1")
                        .amount(BigDecimal.ONE)
                        .deductibleShare(Rational.of(2))
                        .build());
        assertInvalid(
                "tax-line.duplicate",
                () -> request(line("1", "1"), line("1", "2")).build());
        assertInvalid(
                "tax-request.currency",
                () -> request(line("1", "1"))
                        .adjust("a", Amounts.of("1", "USD"))
                        .build());
        assertInvalid("tax.unknown-policy", () -> TaxPolicy.parse("line"));
        assertInvalid("tax.unknown-granularity", () -> TaxGranularity.parse("once"));
        assertInvalid("tax.unknown-price-rounding", () -> PriceRounding.parse("never"));
        assertInvalid("tax.unknown-kind", () -> TaxKind.parse("flat"));
    }

    private static void assertInvalid(String code, Runnable making) {
        assertThatThrownBy(making::run)
                .isInstanceOfSatisfying(
                        InvalidValueException.class,
                        e -> assertThat(e.has(code)).as(e.getMessage()).isTrue());
    }

    @Test
    void a_reverse_charge_is_owed_and_deducted_and_not_paid() {
        Tax tax = Tax.percent("rc", "21")
                .reverseCharge(true)
                .priceIncluded(true)
                .invoice(Repartition.of(
                        TaxPart.base(BoxTag.plus("86")),
                        TaxPart.tax("deducted", BoxTag.plus("59")),
                        TaxPart.share("-1", "owed", BoxTag.minus("55"))))
                .build();
        TaxResult result = tax(Taxes.of(tax), line("1", "100", "rc"));
        assertThat(result.total()).isEqualTo(eur("100.00"));
        assertThat(result.total("rc").amount()).isEqualTo(eur("21.00"));
        assertThat(result.postings().collect(TaxPosting::amount))
                .containsExactly(eur("100.00"), eur("21.00"), eur("-21.00"));
        assertThat(result.boxes().get("55")).isEqualTo(eur("21.00"));
        TaxRequest refund = request(line("1", "100", "rc")).use(TaxUse.REFUND).build();
        assertThat(TaxEngine.compute(refund, Taxes.of(tax))
                        .orElseThrow()
                        .boxes()
                        .get("55"))
                .isEqualTo(eur("-21.00"));
    }

    @Test
    void tax_is_shared_out_to_accounts_and_what_is_not_deductible_is_cost() {
        Tax tax = Tax.percent("vat", "10")
                .deductibleShare("1/2")
                .invoice(Repartition.of(
                        TaxPart.base(BoxTag.plus("base")),
                        TaxPart.share("1/3", "a", BoxTag.plus("tax")),
                        TaxPart.share("2/3", "b", BoxTag.plus("tax"))))
                .build();
        TaxResult result = tax(Taxes.of(tax), line("1", "1.00", "vat"), line("2", "9.10", "vat"));
        assertThat(result.tax()).isEqualTo(eur("1.01"));
        assertThat(result.total("vat").deductible()).isEqualTo(eur("0.51"));
        assertThat(result.lines().flatCollect(LineTaxes::taxes).collect(TaxAmount::deductible))
                .containsExactly(eur("0.05"), eur("0.46"));
        assertThat(result.postings().collect(p -> p.kind() + " " + p.account() + " " + Amounts.decimal(p.amount())))
                .containsExactly(
                        "BASE  10.1", "TAX a 0.17", "NON_DEDUCTIBLE a 0.17", "TAX b 0.34", "NON_DEDUCTIBLE b 0.33");
        assertThat(result.boxes().get("tax")).isEqualTo(eur("0.51"));
    }

    @Test
    void a_tax_by_hand_takes_the_place_of_the_computed_one() {
        Taxes taxes = Taxes.of(
                Tax.percent("vat", "21").build(),
                Tax.percent("in", "21").priceIncluded(true).build());
        TaxRequest request = request(line("1", "10.00", "vat"), line("2", "20.00", "vat"), line("3", "121", "in"))
                .adjust("vat", eur("6.31"))
                .adjust("in", eur("20.99"))
                .build();
        TaxResult result = TaxEngine.compute(request, taxes).orElseThrow();
        assertThat(result.total("vat").amount()).isEqualTo(eur("6.31"));
        assertThat(result.lines().collect(LineTaxes::tax)).containsExactly(eur("2.10"), eur("4.21"), eur("20.99"));
        assertThat(result.line(2).net()).isEqualTo(eur("100.01"));
        assertThat(result.trace().render()).contains("tax-by-hand = EUR 6.31");
    }

    @Test
    void a_document_in_another_currency_is_rounded_there_from_the_same_exact_figures() {
        Taxes taxes = Taxes.of(Tax.percent("vat", "21").build());
        ExchangeRate rate = new ExchangeRate(EUR, Amounts.currency("JPY"), Rational.of(16037, 100), RateType.SPOT, DAY);
        TaxResult yen =
                tax(taxes, line("1", "10.05", "vat"), line("2", "0.07", "vat")).in(rate);
        assertThat(yen.net()).isEqualTo(Amounts.of("1623", "JPY"));
        assertThat(yen.tax()).isEqualTo(Amounts.of("340", "JPY"));
        assertThat(yen.total()).isEqualTo(Amounts.of("1963", "JPY"));
        assertInvalid("rate.currency-mismatch", () -> yen.in(rate.inverse()));
    }

    @Test
    void policies_have_names() {
        for (TaxGranularity granularity : TaxGranularity.values()) {
            for (PriceRounding what : PriceRounding.values()) {
                TaxPolicy policy = TaxPolicy.of(granularity, RoundingRule.TRUNCATE)
                        .prices(what, RoundingPolicy.toStep(new BigDecimal("0.05"), RoundingRule.HALF_UP))
                        .remainder(RemainderRule.LAST);
                assertThat(TaxPolicy.parse(policy.name())).isEqualTo(policy);
            }
        }
        assertThat(TaxPolicy.of(TaxGranularity.RATE, RoundingRule.TRUNCATE).name())
                .isEqualTo("rate/truncate:currency/line-prices/half-up:currency/largest-remainder");
    }

    @Test
    void a_figure_tells_how_it_came_about() {
        Taxes taxes = Taxes.of(Tax.percent("vat", "12").priceIncluded(true).build());
        TaxResult result = tax(taxes, line("1", "52.50", "vat"));
        assertThat(result.trace(0).render())
                .startsWith("tax-of-line = EUR 52.50")
                .contains("tax-percent = EUR 5.63")
                .contains("unrounded=5.625")
                .contains("rate=12");
        assertThat(result.applied().collect(AppliedTax::code)).containsExactly("vat");
    }

    @Test
    void large_figures_are_exact() {
        Taxes taxes = Taxes.of(Tax.percent("vat", "19.99999999").build());
        TaxResult result = tax(taxes, line("1", "70000000000000000.01", "vat"));
        assertThat(result.tax()).isEqualTo(eur("13999999993000000.00"));
    }

    @Test
    void a_document_without_lines_or_taxes_has_no_tax() {
        assertThat(tax(Taxes.of()).total()).isEqualTo(eur("0.00"));
        assertThat(tax(Taxes.of(), line("1", "5")).total()).isEqualTo(eur("5.00"));
    }
}
