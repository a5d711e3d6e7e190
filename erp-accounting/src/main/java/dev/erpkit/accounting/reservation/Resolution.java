package dev.erpkit.accounting.reservation;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A fact: how a reservation ended.
 *
 * @param reservation the reservation
 * @param kind how it ended
 * @param entry the entry that settled it
 * @param recordedAt when we learnt it
 * @param actor who ended it
 */
public record Resolution(EntryId reservation, Kind kind, Optional<EntryId> entry, Instant recordedAt, Actor actor) {
    /** The ways in which a reservation ends. */
    public enum Kind {
        /** An entry was posted; what it did not use is free again. */
        SETTLED,
        /** It was given up. */
        RELEASED,
        /** Its time ran out. */
        EXPIRED
    }
}
