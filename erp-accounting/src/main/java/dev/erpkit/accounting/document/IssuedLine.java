package dev.erpkit.accounting.document;

import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.quantity.Rational;
import java.util.Optional;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A line of an issued document.
 *
 * @param number its number, from 1
 * @param role what it stands for
 * @param text what it says
 * @param quantity how many units
 * @param unit the unit, empty when none
 * @param unitPrice the price of a unit, with or without taxes as its taxes say
 * @param discountPercent what was taken off the price, in percent
 * @param discountAmount what was taken off the price of all units after the per cent, in major units of the currency
 * @param qualifier what posting rules choose its account by
 * @param dimensions analytic coordinates
 * @param netMinor its amount without taxes, after all discounts, in minor units of the currency of the document
 * @param netBaseMinor the same in minor units of the base currency
 * @param taxes its taxes
 * @param takes what it takes back of an earlier document
 */
public record IssuedLine(
        int number,
        LineRole role,
        String text,
        Rational quantity,
        String unit,
        Rational unitPrice,
        Rational discountPercent,
        Rational discountAmount,
        String qualifier,
        Dimensions dimensions,
        long netMinor,
        long netBaseMinor,
        ImmutableList<LineTax> taxes,
        Optional<LineReference> takes) {
    /** Its taxes together. */
    public long taxMinor() {
        return Sums.of(taxes, LineTax::taxMinor);
    }

    /** Its amount with taxes. */
    public long grossMinor() {
        return Math.addExact(netMinor, taxMinor());
    }

    IssuedLine numbered(int other) {
        return new IssuedLine(
                other,
                role,
                text,
                quantity,
                unit,
                unitPrice,
                discountPercent,
                discountAmount,
                qualifier,
                dimensions,
                netMinor,
                netBaseMinor,
                taxes,
                takes);
    }

    IssuedLine withBase(long other) {
        return new IssuedLine(
                number,
                role,
                text,
                quantity,
                unit,
                unitPrice,
                discountPercent,
                discountAmount,
                qualifier,
                dimensions,
                netMinor,
                other,
                taxes,
                takes);
    }

    IssuedLine with(ImmutableList<LineTax> others) {
        return new IssuedLine(
                number,
                role,
                text,
                quantity,
                unit,
                unitPrice,
                discountPercent,
                discountAmount,
                qualifier,
                dimensions,
                netMinor,
                netBaseMinor,
                others,
                takes);
    }

    /** A line that takes back a part of this one: the same words and price, other figures. */
    IssuedLine taken(LineRole as, Rational taken, long net, ImmutableList<LineTax> itsTaxes, LineReference reference) {
        return new IssuedLine(
                number,
                as,
                text,
                taken,
                unit,
                unitPrice,
                discountPercent,
                discountAmount.multiply(taken).divide(quantity),
                qualifier,
                dimensions,
                net,
                0,
                itsTaxes,
                Optional.of(reference));
    }
}
