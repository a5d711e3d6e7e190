package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * To which accounts and boxes a tax and its base go.
 *
 * @param parts the parts; the shares of the tax sum to 1, of a reverse charge to 0
 */
public record Repartition(ImmutableList<TaxPart> parts) {
    /** These parts. */
    public static Repartition of(TaxPart... parts) {
        return new Repartition(Lists.immutable.of(parts));
    }

    /** All of the tax to one account, no boxes. */
    public static Repartition to(String account) {
        return of(TaxPart.base(), TaxPart.tax(account));
    }

    /**
     * What the buyer owes in place of the seller and deducts again: the tax to one account, its debt to another.
     *
     * @param deducted the account of the deduction
     * @param owed the account of the debt
     */
    public static Repartition reverseCharge(String deducted, String owed) {
        return of(TaxPart.base(), TaxPart.tax(deducted), TaxPart.share("-1", owed));
    }

    /** The same parts with every box the other way: what takes an invoice back. */
    public Repartition flipped() {
        return new Repartition(parts.collect(TaxPart::flipped));
    }

    ImmutableList<TaxPart> of(TaxPart.Of what) {
        return parts.select(part -> part.of() == what);
    }

    Rational taxFactors() {
        return of(TaxPart.Of.TAX).collect(TaxPart::factor).injectInto(Rational.ZERO, Rational::add);
    }
}
