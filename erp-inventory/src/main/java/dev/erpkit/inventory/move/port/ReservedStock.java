package dev.erpkit.inventory.move.port;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;

/**
 * Port: what is reserved of the goods at a place. A stock service that is given one asks it inside its unit of work, and lets
 * nothing fall below it. {@code ClaimedStock} of the reservations answers from their log.
 */
@FunctionalInterface
public interface ReservedStock {
    /** How much is reserved at a place now; zero or more. */
    Rational at(Place place);
}
