package dev.erpkit.accounting.ledger;

import dev.erpkit.core.posting.Dimensions;

/**
 * The finest thing lines are told apart by: a slot and a dimension set. A line holds only the id.
 *
 * @param id its place in the dictionary
 * @param slot the slot
 * @param dimensions the dimension set
 */
record Leaf(int id, Slot slot, Dimensions dimensions) {}
