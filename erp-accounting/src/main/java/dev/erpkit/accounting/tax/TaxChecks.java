package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import org.eclipse.collections.api.list.ImmutableList;

/** What the parts of a tax owe one another. */
final class TaxChecks {
    private TaxChecks() {}

    static void check(Tax tax) {
        boolean group = tax.kind() == TaxKind.GROUP;
        if (group == tax.children().isEmpty() || group && tax.rates().notEmpty()) {
            throw new InvalidValueException(
                    "Tax",
                    "children",
                    "tax.group",
                    "must be given for a group, which has no rate, and for nothing else");
        }
        ImmutableList<TaxRate> sorted =
                tax.rates().toSortedListBy(TaxRate::validity).toImmutable();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).validity().overlaps(sorted.get(i - 1).validity())) {
                throw new InvalidValueException(
                        "Tax", "rates", "tax.rates-overlap", "must not hold at the same time: " + tax.code());
            }
        }
        Rational share = tax.deductibleShare();
        if (share.signum() < 0 || share.compareTo(Rational.ONE) > 0) {
            throw new InvalidValueException("Tax", "deductibleShare", "tax.share", "must be 0 to 1: " + share);
        }
        Rational all = tax.reverseCharge() ? Rational.ZERO : Rational.ONE;
        for (TaxUse use : TaxUse.values()) {
            if (!tax.repartition(use).taxFactors().equals(all)) {
                throw new InvalidValueException(
                        "Tax",
                        "repartition",
                        "tax.repartition",
                        "must share out " + all + " times the tax " + tax.code());
            }
        }
    }
}
