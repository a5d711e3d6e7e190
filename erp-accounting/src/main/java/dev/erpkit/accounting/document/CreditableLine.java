package dev.erpkit.accounting.document;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A line of a document and what later documents took back of it.
 *
 * @param line the line as it was issued
 * @param share how much of it was taken back, from 0 to 1
 * @param netMinor what was taken back of its amount without taxes
 * @param taxes what was taken back of its taxes, in their order
 */
public record CreditableLine(IssuedLine line, Rational share, long netMinor, ImmutableList<LineTax> taxes) {
    /** What may still be credited, without taxes. */
    public long remainingNetMinor() {
        return Math.subtractExact(line.netMinor(), netMinor);
    }

    /** What may still be credited of its taxes together. */
    public long remainingTaxMinor() {
        return Math.subtractExact(line.taxMinor(), Sums.of(taxes, LineTax::taxMinor));
    }

    /** How many of its units may still be credited; a fraction after a credit by amount. */
    public Rational remainingQuantity() {
        return line.quantity().multiply(Rational.ONE.subtract(share));
    }
}
