package dev.erpkit.company;

import dev.erpkit.accounting.declaration.japan.ConsumptionRate;
import dev.erpkit.accounting.declaration.japan.JapanForm;
import dev.erpkit.accounting.declaration.japan.Purchase;
import dev.erpkit.accounting.declaration.japan.PurchaseUse;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.accounting.tax.japan.QualifiedInvoice;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.party.japan.RegistrationNumber;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The consumption tax of the company: what it sells, and what it buys to sell it again, count in different boxes of the return. */
final class CompanyTaxes {
    static final TaxPolicy POLICY = QualifiedInvoice.policy(RoundingRule.TRUNCATE);
    static final RegistrationNumber REGISTRATION = RegistrationNumber.parse("T1234567890123");
    static final String COMMON_PURCHASES =
            JapanForm.box(Purchase.Kind.QUALIFIED, ConsumptionRate.STANDARD, PurchaseUse.COMMON, 100);
    static final String NON_TAXABLE_SALES = "sales-non-taxable";

    private static final Taxes ALL = JapanForm.taxes();

    private CompanyTaxes() {}

    static Taxes taxes() {
        return ALL;
    }

    /** The tax of a line: what is bought to be sold again is needed for taxable sales alone. */
    static String code(boolean sale, boolean drink) {
        String group = drink ? ConsumptionTax.REDUCED : ConsumptionTax.STANDARD;
        return sale ? group : JapanForm.purchased(group, PurchaseUse.TAXABLE);
    }

    /** The tax of an invoice, rounded once for each rate, with its derivation. */
    static TaxResult compute(List<Trade.Line> lines, LocalDate day, String currency) {
        ImmutableList<TaxedLine> taxed = Lists.immutable
                .withAll(lines)
                .collectWithIndex((line, i) -> TaxedLine.of(
                        "" + (i + 1),
                        line.quantity(),
                        line.price(),
                        line.taxes().toArray(new String[0])));
        return TaxEngine.compute(taxed, ALL, POLICY, day, Amounts.currency(currency))
                .orElseThrow();
    }
}
