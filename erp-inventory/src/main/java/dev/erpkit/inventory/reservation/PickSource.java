package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * Goods that can be taken; one package where packages count.
 *
 * @param place which goods where
 * @param quantity how much there is
 * @param arrived when they came in
 * @param expiry the last day on which they are good
 * @param distance how far away they are, in any measure common to all
 */
public record PickSource(
        Place place, Rational quantity, LocalDateTime arrived, Optional<LocalDate> expiry, long distance) {
    /** Goods that do not expire and are at hand. */
    public static PickSource of(Place place, Rational quantity, LocalDateTime arrived) {
        return new PickSource(place, quantity, arrived, Optional.empty(), 0);
    }

    /** The same goods, good up to a day. */
    public PickSource expiring(LocalDate lastDay) {
        return new PickSource(place, quantity, arrived, Optional.of(lastDay), distance);
    }

    /** The same goods so far away. */
    public PickSource away(long far) {
        return new PickSource(place, quantity, arrived, expiry, far);
    }

    /** Less or more of the same goods. */
    PickSource holding(Rational other) {
        return new PickSource(place, other, arrived, expiry, distance);
    }
}
