package dev.erpkit.inventory.purchase.port;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.purchase.PurchaseRecord;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: what happened in purchasing, one record for each command, insert-only. What comes back equals what was appended:
 * quantities, prices and rates exactly as numerator and denominator, dates exactly, texts to the character, the instant of
 * recording to the microsecond, lines in their order.
 *
 * <p>Sequences are 1, 2, 3 ... without gaps, also when units of work fail. Of two records decided from the same state one is
 * appended and the other gets {@link StaleVersionException}, so that nothing is received, billed or approved twice.
 */
public interface PurchaseLog {
    /**
     * Appends a record.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence()}
     * @throws DuplicateKeyException when its key is taken
     */
    void append(PurchaseRecord entry);

    /** The record with this key. */
    Optional<PurchaseRecord> find(IdempotencyKey key);

    /** Pushes the records behind a sequence in the order of their sequence; the adapter owns the cursor. */
    void forEach(long afterSequence, Consumer<? super PurchaseRecord> sink);

    /** The sequence of the newest record, 0 when there is none. */
    long lastSequence();
}
