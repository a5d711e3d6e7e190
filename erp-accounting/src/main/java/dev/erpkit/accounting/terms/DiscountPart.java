package dev.erpkit.accounting.terms;

import javax.money.MonetaryAmount;

/**
 * A net amount or a tax of a document, or the discount of one.
 *
 * @param tax whether it is a tax
 * @param key what accounts are chosen by, such as an item group or tax code; at most 64 characters
 * @param amount the amount, with the sign it has in the document's total
 * @param discounted whether a discount concerns it: not a tax per unit, not freight that is agreed to be paid in full
 */
public record DiscountPart(boolean tax, String key, MonetaryAmount amount, boolean discounted) {
    /** A net amount. */
    public static DiscountPart net(String key, MonetaryAmount amount) {
        return new DiscountPart(false, key, amount, true);
    }

    /** A tax in proportion to its base. */
    public static DiscountPart tax(String key, MonetaryAmount amount) {
        return new DiscountPart(true, key, amount, true);
    }

    /** The same part, which no discount concerns. */
    public DiscountPart inFull() {
        return new DiscountPart(tax, key, amount, false);
    }

    /** The same part with another amount. */
    DiscountPart of(MonetaryAmount other) {
        return new DiscountPart(tax, key, other, discounted);
    }
}
