package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;

/**
 * Goods and what they are worth go into a layer of a pool or out of it: what traces follow.
 *
 * @param event what brought or took them
 * @param pool the pool
 * @param layer the receipt that the layer is of, 0 where goods are not told apart
 * @param quantity how much, zero where only the value changes
 * @param value minor units
 * @param in whether they come in
 */
record Flow(long event, Goods pool, long layer, Rational quantity, long value, boolean in) {}
