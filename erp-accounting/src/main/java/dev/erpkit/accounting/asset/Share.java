package dev.erpkit.accounting.asset;

import dev.erpkit.accounting.asset.AssetChange.SplitFrom;
import dev.erpkit.accounting.asset.AssetChange.SplitOff;
import dev.erpkit.core.money.Amounts;
import java.math.BigInteger;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What one side of a split has of an amount. The two sides of any amount sum to it, and neither shrinks when the amount
 * grows, so that the rows of both sides are not negative and sum to those of the whole.
 */
record Share(long share, long whole, boolean taken) {
    /** What a change leaves of an asset or makes it from. */
    static Optional<Share> of(AssetChange change) {
        if (change instanceof SplitOff off) {
            return Optional.of(new Share(off.share(), off.whole(), false));
        }
        return change instanceof SplitFrom from
                ? Optional.of(new Share(from.share(), from.whole(), true))
                : Optional.empty();
    }

    MonetaryAmount of(MonetaryAmount amount) {
        return Amounts.ofMinor(of(Amounts.minor(amount)), amount.getCurrency());
    }

    long of(long minor) {
        long product = minor * share;
        long part = Math.multiplyHigh(minor, share) == product >> 63
                ? Math.floorDiv(product, whole)
                : BigInteger.valueOf(minor)
                        .multiply(BigInteger.valueOf(share))
                        .divide(BigInteger.valueOf(whole))
                        .longValueExact();
        return taken ? part : minor - part;
    }
}
