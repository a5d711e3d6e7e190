package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.Amounts;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.sorted.MutableSortedSet;

/**
 * Where all deals stood at an instant.
 *
 * @param at the instant
 * @param deals the deals by id
 */
public record PipelineSnapshot(Instant at, ImmutableSortedMap<DealId, Expectation> deals) {
    /** The snapshot of deals as they stood: see {@link DealDesk#asOf}. */
    public static PipelineSnapshot of(Instant at, ImmutableList<Expectation> deals) {
        MutableSortedMap<DealId, Expectation> byId = SortedMaps.mutable.empty();
        deals.forEach(deal -> byId.put(deal.deal(), deal));
        return new PipelineSnapshot(at, byId.toImmutable());
    }

    /** What the open deals are worth, in minor units by currency code. */
    public ImmutableSortedMap<String, Long> open() {
        MutableSortedMap<String, Long> open = SortedMaps.mutable.empty();
        deals.forEachValue(deal -> {
            if (deal.kind() == StageKind.OPEN) {
                open.merge(deal.amount().getCurrency().getCurrencyCode(), Amounts.minor(deal.amount()), Math::addExact);
            }
        });
        return open.toImmutable();
    }

    /** What changed until a later snapshot, by deal; deals that stand as they stood are left out. */
    public ImmutableList<SnapshotChange> changes(PipelineSnapshot later) {
        MutableSortedSet<DealId> ids = deals.keysView().toSortedSet();
        ids.addAllIterable(later.deals.keysView());
        return ids.toList()
                .collect(id -> new SnapshotChange(
                        id, Optional.ofNullable(deals.get(id)), Optional.ofNullable(later.deals.get(id))))
                .reject(change -> change.before().equals(change.after()))
                .toImmutable();
    }
}
