package dev.erpkit.company;

import dev.erpkit.accounting.declaration.japan.ConsumptionRate;
import dev.erpkit.accounting.declaration.japan.JapanForm;
import dev.erpkit.accounting.declaration.japan.Purchase;
import dev.erpkit.accounting.declaration.japan.PurchaseUse;
import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxEngine;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.TaxPolicy;
import dev.erpkit.accounting.tax.TaxResult;
import dev.erpkit.accounting.tax.TaxedLine;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import dev.erpkit.accounting.tax.japan.QualifiedInvoice;
import dev.erpkit.core.party.japan.RegistrationNumber;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The consumption tax of the company: the taxes of the library, once for what it sells and once for what it buys, which
 * count in different boxes of the return.
 */
final class CompanyTaxes {
    static final TaxPolicy POLICY = QualifiedInvoice.policy(RoundingRule.TRUNCATE);
    static final RegistrationNumber REGISTRATION = RegistrationNumber.parse("T1234567890123");
    static final String BOUGHT = "IN-";
    static final String COMMON_PURCHASES =
            JapanForm.box(Purchase.Kind.QUALIFIED, ConsumptionRate.STANDARD, PurchaseUse.COMMON, 100);
    static final String NON_TAXABLE_SALES = "sales-non-taxable";

    private static final Taxes ALL = all();

    private CompanyTaxes() {}

    static Taxes taxes() {
        return ALL;
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

    private static Taxes all() {
        ImmutableList<Tax> sold = at(ConsumptionTax.STANDARD, "", "sales-10")
                .newWithAll(at(ConsumptionTax.REDUCED, "", "sales-8"))
                .newWith(boxed(ConsumptionTax.EXPORT, "", "sales-exempt"));
        return Taxes.of(sold.newWithAll(at(ConsumptionTax.STANDARD, BOUGHT, goods(ConsumptionRate.STANDARD)))
                .newWithAll(at(ConsumptionTax.REDUCED, BOUGHT, goods(ConsumptionRate.REDUCED))));
    }

    /** What is bought to be sold again is needed for taxable sales alone. */
    private static String goods(ConsumptionRate rate) {
        return JapanForm.box(Purchase.Kind.QUALIFIED, rate, PurchaseUse.TAXABLE, 100);
    }

    private static ImmutableList<Tax> at(String group, String prefix, String box) {
        return Lists.immutable
                .of(group, ConsumptionTax.nationalOf(group), ConsumptionTax.localOf(group))
                .collect(code -> boxed(code, prefix, box));
    }

    /** The tax of the library under a code of ours, its amounts and its base, which is counted once, in a box of the form. */
    private static Tax boxed(String code, String prefix, String box) {
        Tax tax = ConsumptionTax.taxes().find(code).orElseThrow();
        Repartition invoice = new Repartition(tax.invoice()
                .parts()
                .collect(part ->
                        new TaxPart(part.of(), part.factor(), part.account(), part.deductible(), boxes(part, box))));
        Tax.Builder own = Tax.builder();
        own.from(tax)
                .code(prefix + code)
                .children(tax.children().collect(prefix::concat))
                .invoice(tax.children().isEmpty() ? invoice : tax.invoice());
        return own.refund(tax.children().isEmpty() ? invoice.flipped() : tax.refund())
                .build();
    }

    private static ImmutableList<BoxTag> boxes(TaxPart part, String box) {
        boolean counts = part.of() == TaxPart.Of.TAX || part.boxes().notEmpty();
        return counts ? Lists.immutable.of(BoxTag.plus(box)) : Lists.immutable.empty();
    }
}
