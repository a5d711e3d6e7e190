package dev.erpkit.accounting.document;

import dev.erpkit.core.value.InvalidValueException;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * The taxes as a supplier printed them. They are posted in place of those that are worked out, as far as they differ by no
 * more than the tolerance; the difference stays visible in the document.
 *
 * @param byCode the printed tax by the code of the tax, in the currency of the document
 * @param toleranceMinor how far each may differ, in minor units
 */
public record PrintedTaxes(ImmutableSortedMap<String, MonetaryAmount> byCode, long toleranceMinor) {
    /** Checks the tolerance: {@code document.tolerance} below zero. */
    public PrintedTaxes {
        if (toleranceMinor < 0) {
            throw new InvalidValueException(
                    "PrintedTaxes",
                    "toleranceMinor",
                    "document.tolerance",
                    "must not be below zero: " + toleranceMinor);
        }
    }

    /** No printed tax yet; each may differ by so many minor units. */
    public static PrintedTaxes within(long toleranceMinor) {
        return new PrintedTaxes(SortedMaps.immutable.empty(), toleranceMinor);
    }

    /** The same with one more tax. */
    public PrintedTaxes with(String code, MonetaryAmount printed) {
        return new PrintedTaxes(byCode.newWithKeyValue(code, printed), toleranceMinor);
    }

    /** The stable name of the policy, such as {@code within-1}. */
    public String name() {
        return "within-" + toleranceMinor;
    }
}
