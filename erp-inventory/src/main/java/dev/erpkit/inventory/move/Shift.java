package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDateTime;

/**
 * So much went from one place to another, by a move, an assembly or the difference of a count.
 *
 * @param number the fact
 * @param at when
 * @param from where it was
 * @param to where it is then
 * @param quantity how much, above zero
 */
public record Shift(long number, LocalDateTime at, Place from, Place to, Rational quantity) {}
