package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;

/**
 * So much of an issue came out of a receipt.
 *
 * @param issue the number of what took the goods out
 * @param receipt the number of what brought them in
 * @param quantity how much
 * @param value what it cost, in minor units
 */
public record CostEdge(long issue, long receipt, Rational quantity, long value) {}
