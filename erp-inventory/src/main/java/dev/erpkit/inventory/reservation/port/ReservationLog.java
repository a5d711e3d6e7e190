package dev.erpkit.inventory.reservation.port;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.reservation.ReservationRecord;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: what happened to the claims on items, one record for each command, insert-only. What comes back equals what was
 * appended: quantities exactly as numerator and denominator, texts to the character, instants to the microsecond, facts in
 * their order.
 *
 * <p>Appending is the one conditional operation of reservation: the sequences of an item are 1, 2, 3 ... without gaps, also
 * when units of work fail, so of two records decided from the same state one is appended and the other gets {@link
 * StaleVersionException}. Records of different items do not get in each other's way.
 */
public interface ReservationLog {
    /**
     * Appends a record.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence} of its item
     * @throws DuplicateKeyException when its key is taken, by whatever item
     */
    void append(ReservationRecord fact);

    /** The record with this key. */
    Optional<ReservationRecord> find(IdempotencyKey key);

    /** Pushes the records of an item behind a sequence in their order; the adapter owns the cursor. */
    void forEach(String item, long afterSequence, Consumer<? super ReservationRecord> sink);

    /** The sequence of the newest record of an item, 0 when there is none. */
    long lastSequence(String item);
}
