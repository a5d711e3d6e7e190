package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;

/**
 * An order that a plan proposes.
 *
 * @param item what
 * @param release when it has to be placed; its components are needed then
 * @param due when it comes
 * @param quantity how much
 * @param late whether the day of release is past, so that it will hardly come in time
 */
public record PlannedOrder(String item, LocalDate release, LocalDate due, Rational quantity, boolean late) {}
