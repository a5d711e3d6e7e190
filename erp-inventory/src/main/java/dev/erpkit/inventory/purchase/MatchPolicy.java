package dev.erpkit.inventory.purchase;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;

/**
 * How exactly order, receipts and bills have to agree. Quantities and prices are apart.
 *
 * @param moreReceived how much more than ordered may come, as a share of the order: 1/20 for five per cent
 * @param moreBilled how much more than received may be billed, as a share of what was received
 * @param priceOff how far the price of a bill may be from that of the order, dearer or cheaper, as a share of it
 * @param difference where a difference within bounds goes
 */
public record MatchPolicy(Rational moreReceived, Rational moreBilled, Rational priceOff, PriceDifference difference) {
    /** Checks that no tolerance is below zero: {@code purchase.tolerance}. */
    public MatchPolicy {
        if (moreReceived.signum() < 0 || moreBilled.signum() < 0 || priceOff.signum() < 0) {
            throw new InvalidValueException("MatchPolicy", "priceOff", "purchase.tolerance", "must be zero or more");
        }
    }

    /** Nothing may differ. */
    public static MatchPolicy exact() {
        return new MatchPolicy(Rational.ZERO, Rational.ZERO, Rational.ZERO, PriceDifference.FOLLOWS_THE_GOODS);
    }

    /** The same with tolerances of quantity. */
    public MatchPolicy quantities(String received, String billed) {
        return new MatchPolicy(Rational.parse(received), Rational.parse(billed), priceOff, difference);
    }

    /** The same with a tolerance of price, and where its difference goes. */
    public MatchPolicy prices(String off, PriceDifference where) {
        return new MatchPolicy(moreReceived, moreBilled, Rational.parse(off), where);
    }
}
