package dev.erpkit.crm.party.port;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.party.PartyRecord;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: what happened to parties, one record for each command, insert-only. What comes back equals what was appended: dates and
 * texts exactly, instants to the microsecond, changes in their order.
 *
 * <p>Sequences are 1, 2, 3 ... without gaps, also when units of work fail. Of two records decided from the same state one is
 * appended and the other gets {@link StaleVersionException}, so that nobody is merged twice.
 */
public interface PartyLog {
    /**
     * Appends a record.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence()}
     * @throws DuplicateKeyException when its key is taken
     */
    void append(PartyRecord fact);

    /** The record with this key. */
    Optional<PartyRecord> find(IdempotencyKey key);

    /** Pushes the records behind a sequence in the order of their sequence; the adapter owns the cursor. */
    void forEach(long afterSequence, Consumer<? super PartyRecord> sink);

    /** Pushes the records that name a party in the order of their sequence, without reading the others. */
    void forEachOf(PartyId party, Consumer<? super PartyRecord> sink);

    /** The sequence of the newest record, 0 when there is none. */
    long lastSequence();
}
