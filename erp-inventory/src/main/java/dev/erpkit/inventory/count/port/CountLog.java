package dev.erpkit.inventory.count.port;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.count.CountRecord;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: what happened to the sheets of stock-taking, one record for each command, insert-only. What comes back equals what was
 * appended: quantities and costs exactly as numerator and denominator, times exactly, texts to the character, the instant of
 * recording to the microsecond, places in their order.
 *
 * <p>The sequences of a sheet are 1, 2, 3 ... without gaps, also when units of work fail. Of two records decided from the same
 * state one is appended and the other gets {@link StaleVersionException}. Records of different sheets do not get in each
 * other's way.
 */
public interface CountLog {
    /**
     * Appends a record.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence} of its sheet
     * @throws DuplicateKeyException when its key is taken, by whatever sheet
     */
    void append(CountRecord fact);

    /** The record with this key. */
    Optional<CountRecord> find(IdempotencyKey key);

    /** Pushes the records of a sheet behind a sequence in their order; the adapter owns the cursor. */
    void forEach(String sheet, long afterSequence, Consumer<? super CountRecord> sink);

    /** The sequence of the newest record of a sheet, 0 when there is none. */
    long lastSequence(String sheet);
}
