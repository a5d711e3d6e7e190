package dev.erpkit.accounting.port;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.reservation.Reservation;
import dev.erpkit.accounting.reservation.Resolution;
import dev.erpkit.core.port.DuplicateKeyException;
import java.util.Optional;
import java.util.function.Consumer;

/** Port: reservations and their resolutions, insert-only. */
public interface ReservationLog {
    /** The reservation with this id. */
    Optional<Reservation> find(EntryId id);

    /** How the reservation with this id ended, if it has. */
    Optional<Resolution> resolutionOf(EntryId id);

    /**
     * Adds a reservation.
     *
     * @throws DuplicateKeyException when the id is taken
     */
    void append(Reservation reservation);

    /**
     * Adds a resolution.
     *
     * @throws DuplicateKeyException when the reservation has ended already
     */
    void append(Resolution resolution);

    /** Pushes the reservations that have not ended, in the order in which they were added. */
    void forEachOpen(Consumer<? super Reservation> sink);
}
