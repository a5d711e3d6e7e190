package dev.erpkit.crm.pipeline;

import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * Whose turn was when, kept by the host from one assignment to the next, so that nobody comes first for ever.
 *
 * @param turns the last turn of each seller, counted from 1
 */
public record Rotation(ImmutableSortedMap<SellerId, Long> turns) {
    /** Nobody had a turn yet. */
    public static Rotation start() {
        return new Rotation(SortedMaps.immutable.empty());
    }

    long lastTurn(SellerId seller) {
        return turns.getIfAbsentValue(seller, 0L);
    }

    Rotation after(SellerId seller) {
        long newest = turns.isEmpty() ? 0 : turns.valuesView().max();
        return new Rotation(turns.newWithKeyValue(seller, newest + 1));
    }
}
