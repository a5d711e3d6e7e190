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
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

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
}
