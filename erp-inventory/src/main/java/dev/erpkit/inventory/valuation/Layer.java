package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;

/**
 * What is left of a receipt.
 *
 * @param receipt the number of what brought it in
 * @param quantity how much is left, above zero
 * @param value what it is worth in minor units
 */
public record Layer(long receipt, Rational quantity, long value) {}
