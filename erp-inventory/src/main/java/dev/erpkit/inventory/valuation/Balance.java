package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDateTime;

/**
 * What lies in a pool after an event.
 *
 * @param event the number of the event, 0 before the first
 * @param at when it took effect
 * @param pool the goods that share their cost
 * @param quantity how much there is, below zero when more was issued than there was
 * @param value what it is worth in minor units
 */
public record Balance(long event, LocalDateTime at, Goods pool, Rational quantity, long value) {}
