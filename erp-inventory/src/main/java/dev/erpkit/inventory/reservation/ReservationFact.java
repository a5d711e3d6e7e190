package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import java.time.Instant;
import java.util.Optional;

/** What happened to the claims on an item, a fact. Quantities are above zero. */
public sealed interface ReservationFact {
    /** Which goods where. */
    Place place();

    /** How much. */
    Rational quantity();

    /**
     * Somebody has a claim.
     *
     * @param demand for what, such as an order line
     * @param expiresAt from when on the claim no longer counts
     */
    record Reserved(String demand, Place place, Rational quantity, Optional<Instant> expiresAt)
            implements ReservationFact {}

    /** A claim is given up. */
    record Released(String demand, Place place, Rational quantity) implements ReservationFact {}

    /** A claim goes from one to another. */
    record Transferred(String demand, String to, Place place, Rational quantity) implements ReservationFact {}

    /**
     * Goods were taken from the place: by the claim of a demand as far as it goes, else free ones.
     *
     * @param demand for what, if anything
     */
    record Issued(Optional<String> demand, Place place, Rational quantity) implements ReservationFact {}
}
