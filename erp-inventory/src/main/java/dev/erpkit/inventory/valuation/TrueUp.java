package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;

/**
 * An issue of goods that were not there got their cost when they came.
 *
 * @param issue the number of the issue
 * @param receipt the number of what covered it
 * @param quantity how much it covered
 * @param amount by how much the issue became dearer, in minor units
 */
public record TrueUp(long issue, long receipt, Rational quantity, long amount) {}
