package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.accounting.tax.BoxTag;
import dev.erpkit.accounting.tax.Repartition;
import dev.erpkit.accounting.tax.Tax;
import dev.erpkit.accounting.tax.TaxPart;
import dev.erpkit.accounting.tax.Taxes;
import dev.erpkit.accounting.tax.japan.ConsumptionTax;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The taxes of {@link ConsumptionTax}, counted in the boxes of {@link JapanForm}: sold under their own codes, bought under others. */
final class ReturnTaxes {
    private ReturnTaxes() {}

    static String purchased(String group, PurchaseUse use) {
        return prefix(use) + group;
    }

    private static String prefix(PurchaseUse use) {
        return "IN-" + use.name().replace('_', '-') + "-";
    }

    static Taxes all() {
        MutableList<Tax> all = Lists.mutable.empty();
        for (ConsumptionRate rate : ConsumptionRate.values()) {
            String sales = "sales-" + rate.percent();
            all.addAllIterable(at(rate, "", sales, BoxTag.plus("returns-" + rate.percent())));
            for (PurchaseUse use : PurchaseUse.values()) {
                String box = JapanForm.box(Purchase.Kind.QUALIFIED, rate, use, 100);
                all.addAllIterable(at(rate, prefix(use), box, BoxTag.minus(box)));
            }
        }
        all.add(boxed(ConsumptionTax.EXPORT, "", "sales-exempt", BoxTag.minus("sales-exempt")));
        all.add(boxed(ConsumptionTax.EXEMPT, "", "sales-non-taxable", BoxTag.minus("sales-non-taxable")));
        return Taxes.of(all.toImmutable());
    }

    private static ImmutableList<Tax> at(ConsumptionRate rate, String prefix, String box, BoxTag back) {
        String group = rate == ConsumptionRate.STANDARD ? ConsumptionTax.STANDARD : ConsumptionTax.REDUCED;
        return Lists.immutable
                .of(group, ConsumptionTax.nationalOf(group), ConsumptionTax.localOf(group))
                .collect(code -> boxed(code, prefix, box, back));
    }

    /** The tax of the library with its amounts and its base, which is counted once, in a box of the form. */
    private static Tax boxed(String code, String prefix, String box, BoxTag back) {
        Tax tax = ConsumptionTax.taxes().find(code).orElseThrow();
        Tax.Builder own = Tax.builder();
        own.from(tax).code(prefix + code).children(tax.children().collect(prefix::concat));
        if (tax.children().isEmpty()) {
            own.invoice(counted(tax, BoxTag.plus(box))).refund(counted(tax, back));
        }
        return own.build();
    }

    private static Repartition counted(Tax tax, BoxTag box) {
        return new Repartition(tax.invoice()
                .parts()
                .collect(part ->
                        new TaxPart(part.of(), part.factor(), part.account(), part.deductible(), boxes(part, box))));
    }

    private static ImmutableList<BoxTag> boxes(TaxPart part, BoxTag box) {
        boolean counts = part.of() == TaxPart.Of.TAX || part.boxes().notEmpty();
        return counts ? Lists.immutable.of(box) : Lists.immutable.empty();
    }
}
