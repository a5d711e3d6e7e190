package dev.erpkit.accounting.reservation;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.util.Optional;

/**
 * A fact: these amounts are set aside.
 *
 * @param entry the entry that may follow; its id is the id of the reservation
 * @param expiresAt from when on it no longer counts, if ever
 * @param recordedAt when we learnt it
 * @param actor who reserved
 */
public record Reservation(JournalEntry entry, Optional<Instant> expiresAt, Instant recordedAt, Actor actor) {
    /** The id of the reservation. */
    public EntryId id() {
        return entry.id();
    }

    /** Whether it has run out at an instant. */
    public boolean expiredAt(Instant now) {
        return expiresAt.isPresent() && !now.isBefore(expiresAt.get());
    }
}
