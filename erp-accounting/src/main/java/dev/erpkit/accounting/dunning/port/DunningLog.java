package dev.erpkit.accounting.dunning.port;

import dev.erpkit.accounting.dunning.DunningRecord;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: what happened in dunning, one record for each command, insert-only. What comes back equals what was appended:
 * minor units and dates exactly, texts to the character, instants to the microsecond, changes in their order.
 *
 * <p>Sequences are 1, 2, 3 ... without gaps, also when units of work fail. Of two records decided from the same state one
 * is appended and the other gets {@link StaleVersionException}, so that nobody is dunned twice at one level.
 */
public interface DunningLog {
    /**
     * Appends a record.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence()}
     * @throws DuplicateKeyException when its key is taken
     */
    void append(DunningRecord fact);

    /** The record with this key. */
    Optional<DunningRecord> find(IdempotencyKey key);

    /** Pushes the records behind a sequence in the order of their sequence; the adapter owns the cursor. */
    void forEach(long afterSequence, Consumer<? super DunningRecord> sink);

    /** The sequence of the newest record, 0 when there is none. */
    long lastSequence();
}
