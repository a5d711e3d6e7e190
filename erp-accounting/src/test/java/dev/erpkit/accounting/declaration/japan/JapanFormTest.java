package dev.erpkit.accounting.declaration.japan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.declaration.BoxTotal;
import dev.erpkit.accounting.declaration.TaxLine;
import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxGranularity;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxRequest;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxUse;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapanFormTest {
    private static BoxTotal box(String name, long base, long tax) {
        assertThat(JapanForm.form().boxes()).contains(name);
        return new BoxTotal(name, Amounts.currency("JPY"), base, tax, 1);
    }

    @Test
    void a_declaration_gives_the_figures_of_a_general_return() {
        ImmutableList<BoxTotal> boxes = Lists.immutable.of(
                box("sales-10", 1_122_334, 112_233),
                box("sales-non-taxable", 10_000, 0),
                box("purchases-10-common", 897_868, 89_786),
                box("purchases-8-taxable-80", 10_800, 0),
                box("imports-10-taxable", 0, 780));
        SalesFigures sales =
                JapanForm.sales(boxes, DateRange.parse("2026-04-01/2027-04-01")).build();
        ConsumptionTaxReturn filed = ConsumptionTaxReturns.general(
                        JapanForm.general(boxes, sales).build())
                .orElseThrow();
        assertThat(filed.yen(ReturnItem.TAXABLE_BASE)).isEqualTo(1_122_000);
        assertThat(filed.yen(ReturnItem.INPUT_TAX)).isEqualTo(70_033 + 499 + 780);
        assertThat(JapanForm.invoicedTax(boxes)).isEqualTo(new ByRate(0, 112_233));
        assertThat(JapanForm.box(Purchase.Kind.TRANSITIONAL, ConsumptionRate.REDUCED, PurchaseUse.TAXABLE, 80))
                .isEqualTo("purchases-8-taxable-80");
    }

    @Test
    void the_taxes_of_a_document_go_into_boxes_with_their_base() {
        Tax tax = Tax.percent("JP-10", "10")
                .invoice(Repartition.of(
                        TaxPart.base(BoxTag.plus("sales-10")), TaxPart.tax("tax", BoxTag.plus("sales-10"))))
                .build();
        TaxResult result = TaxEngine.compute(
                        Lists.immutable.of(TaxedLine.of("1", new BigDecimal("1005"), "JP-10")),
                        Taxes.of(tax),
                        TaxPolicy.of(TaxGranularity.LINE, RoundingRule.TRUNCATE),
                        LocalDate.of(2026, 4, 1),
                        Amounts.currency("JPY"))
                .orElseThrow();
        assertThat(TaxLine.of(result))
                .containsExactly(new TaxLine("JP-10", "sales-10", Amounts.currency("JPY"), 1005, 100));
    }

    private static String boxes(TaxUse use, String tax) {
        TaxRequest request = TaxRequest.builder()
                .lines(Lists.immutable.of(TaxedLine.of("1", new BigDecimal("1005"), tax)))
                .policy(TaxPolicy.of(TaxGranularity.RATE, RoundingRule.TRUNCATE))
                .taxPoint(LocalDate.of(2026, 4, 1))
                .currency("JPY")
                .use(use)
                .build();
        TaxResult result = TaxEngine.compute(request, JapanForm.taxes()).orElseThrow();
        MutableSortedMap<String, long[]> boxes = SortedMaps.mutable.empty();
        for (TaxLine line : TaxLine.of(result)) {
            long[] sums = boxes.getIfAbsentPut(line.box(), () -> new long[2]);
            sums[0] += line.baseMinor();
            sums[1] += line.taxMinor();
        }
        return boxes.keyValuesView()
                .collect(box -> box.getOne() + " " + box.getTwo()[0] + "+" + box.getTwo()[1])
                .makeString("; ");
    }

    @ParameterizedTest
    @CsvSource({
        "INVOICE, JP-STANDARD, sales-10 1005+100",
        "INVOICE, JP-REDUCED, sales-8 1005+80",
        "REFUND, JP-STANDARD, returns-10 1005+100",
        "REFUND, JP-REDUCED, returns-8 1005+80",
        "INVOICE, JP-EXPORT, sales-exempt 1005+0",
        "REFUND, JP-EXPORT, sales-exempt -1005+0",
        "INVOICE, JP-EXEMPT, sales-non-taxable 1005+0",
        "INVOICE, IN-TAXABLE-JP-STANDARD, purchases-10-taxable 1005+100",
        "INVOICE, IN-COMMON-JP-REDUCED, purchases-8-common 1005+80",
        "REFUND, IN-NON-TAXABLE-JP-STANDARD, purchases-10-non-taxable -1005+-100"
    })
    void the_taxes_of_the_form_count_in_its_boxes_once(TaxUse use, String tax, String expected) {
        assertThat(boxes(use, tax)).isEqualTo(expected);
    }

    @Test
    void the_code_of_a_purchase_says_its_use() {
        assertThat(JapanForm.purchased(ConsumptionTax.STANDARD, PurchaseUse.NON_TAXABLE))
                .isEqualTo("IN-NON-TAXABLE-JP-STANDARD");
        for (PurchaseUse use : PurchaseUse.values()) {
            assertThat(JapanForm.taxes().find(JapanForm.purchased(ConsumptionTax.REDUCED, use)))
                    .isPresent();
        }
    }
}
