package dev.erpkit.inventory.reservation;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import java.time.Instant;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * One command on the claims on an item and what it changed, a fact.
 *
 * @param item the item
 * @param sequence 1, 2, 3 ... among the records of the item
 * @param key the client's key of the command
 * @param recordedAt when it was recorded
 * @param actor who asked
 * @param asked what was asked, as text, so that the key cannot be used for something else; at most 500 characters
 * @param facts what it changed
 */
public record ReservationRecord(
        String item,
        long sequence,
        IdempotencyKey key,
        Instant recordedAt,
        Actor actor,
        String asked,
        ImmutableList<ReservationFact> facts) {
    /** Checks that all facts are about the item: {@code reservation.other-item}. */
    public ReservationRecord {
        if (facts.anySatisfy(fact -> !fact.place().item().equals(item))) {
            throw new InvalidValueException(
                    "ReservationRecord", "facts", "reservation.other-item", "must all be about " + item);
        }
    }
}
