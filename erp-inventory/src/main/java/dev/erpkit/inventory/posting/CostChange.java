package dev.erpkit.inventory.posting;

/**
 * A fact costs something else than before.
 *
 * @param event the number of the fact
 * @param before minor units, zero for one that was not there
 * @param after minor units, zero for one that no longer holds
 */
public record CostChange(long event, long before, long after) {}
