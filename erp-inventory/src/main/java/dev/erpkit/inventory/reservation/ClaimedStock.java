package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.port.ReservedStock;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import java.time.InstantSource;

/**
 * What the claims in a log keep from leaving. Given to the stock service it makes claims binding: whatever takes goods away,
 * {@code stock.reserved} refuses what others have a claim on, and {@link ReservationService#issue} alone uses a claim up.
 */
public final class ClaimedStock implements ReservedStock {
    private final ReservationLog log;
    private final InstantSource clock;

    /**
     * The claims in a log.
     *
     * @param clock when claims count that run out
     */
    public ClaimedStock(ReservationLog log, InstantSource clock) {
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Rational at(Place place) {
        ItemReservations state = new ItemReservations();
        log.forEach(place.item(), 0, state::apply);
        return state.reserved(place, clock.instant());
    }
}
