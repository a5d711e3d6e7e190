package dev.erpkit.inventory.posting;

import java.time.Instant;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What was told to the books at one time.
 *
 * @param sequence 1, 2, 3 ... in the order of telling
 * @param through the number of the newest fact that was known then
 * @param recordedAt when
 * @param deltas what was told
 */
public record StockTold(long sequence, long through, Instant recordedAt, ImmutableList<StockDelta> deltas) {}
