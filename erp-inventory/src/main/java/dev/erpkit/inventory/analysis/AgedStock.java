package dev.erpkit.inventory.analysis;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;

/**
 * Stock that came in on a day and is still there.
 *
 * @param item the item
 * @param since the day on which it came in
 * @param quantity how much is left of it
 * @param value what it is worth, in minor units
 */
public record AgedStock(String item, LocalDate since, Rational quantity, long value) {}
