package dev.erpkit.crm.campaign.port;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.campaign.SendRecord;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: messages that were claimed or refused, insert-only. What comes back equals what was appended: texts exactly, instants to the
 * microsecond.
 *
 * <p>Sequences are 1, 2, 3 ... without gaps, also when units of work fail. Of two records decided from the same state one is
 * appended and the other gets {@link StaleVersionException}, so that no cap is passed by two at once.
 */
public interface SendLog {
    /**
     * Appends a record.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence()}
     * @throws DuplicateKeyException when its key is taken
     */
    void append(SendRecord fact);

    /** The record with this key. */
    Optional<SendRecord> find(IdempotencyKey key);

    /** Pushes the records behind a sequence in the order of their sequence; the adapter owns the cursor. */
    void forEach(long afterSequence, Consumer<? super SendRecord> sink);

    /** Pushes the records that name a party in the order of their sequence, without reading the others. */
    void forEachOf(PartyId party, Consumer<? super SendRecord> sink);

    /** The sequence of the newest record, 0 when there is none. */
    long lastSequence();
}
