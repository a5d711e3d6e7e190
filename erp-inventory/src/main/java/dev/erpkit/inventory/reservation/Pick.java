package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;

/**
 * So much is taken from a place.
 *
 * @param place which goods where
 * @param quantity how much, above zero
 */
public record Pick(Place place, Rational quantity) {}
