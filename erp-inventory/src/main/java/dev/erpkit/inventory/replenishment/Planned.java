package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;

/**
 * Something that is going to come, above zero, or to go, below zero.
 *
 * @param item what
 * @param day when; what should have been before is still to be on the first day of a plan
 * @param quantity how much
 */
public record Planned(String item, LocalDate day, Rational quantity) {}
