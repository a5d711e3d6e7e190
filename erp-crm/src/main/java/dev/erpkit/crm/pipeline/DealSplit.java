package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/**
 * How the credit for a deal is shared among sellers.
 *
 * @param shares percent by seller, above zero, together 100
 */
public record DealSplit(ImmutableSortedMap<SellerId, BigDecimal> shares) {
    /** Checks the shares: {@code deal.split}. */
    public DealSplit {
        BigDecimal sum = shares.valuesView().injectInto(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(BigDecimal.valueOf(100)) != 0 || shares.anySatisfy(share -> share.signum() <= 0)) {
            throw new InvalidValueException(
                    "DealSplit", "shares", "deal.split", "must be above zero and together 100, not " + sum);
        }
    }

    /** The part of an amount that each seller is credited with; the parts sum to the amount exactly. */
    public ImmutableSortedMap<SellerId, MonetaryAmount> of(MonetaryAmount amount, RemainderRule rule) {
        ImmutableList<SellerId> sellers = shares.keysView().toList().toImmutable();
        ImmutableList<MonetaryAmount> parts =
                Allocator.allocate(Amounts.normalise(amount), sellers.collect(shares::get), rule);
        MutableSortedMap<SellerId, MonetaryAmount> of = SortedMaps.mutable.empty();
        sellers.forEachWithIndex((seller, i) -> of.put(seller, parts.get(i)));
        return of.toImmutable();
    }
}
