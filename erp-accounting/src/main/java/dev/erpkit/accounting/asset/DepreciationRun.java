package dev.erpkit.accounting.asset;

import dev.erpkit.core.outcome.Refusal;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What a depreciation run came to. An asset that was refused has no row of this run; run again once the reason is gone.
 *
 * @param booked the rows that it booked
 * @param refused the assets that were refused, and why
 */
public record DepreciationRun(ImmutableList<BookedRow> booked, ImmutableSortedMap<AssetId, Refusal> refused) {}
