package dev.erpkit.inventory.move.port;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.inventory.move.StockRecord;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: all that was recorded about goods, one record for each command, insert-only. What comes back equals what was
 * appended: quantities exactly as numerator and denominator, minor units and times exactly, texts to the character, the
 * instant of recording to the microsecond, facts in their order.
 *
 * <p>Facts are numbered 1, 2, 3 ... without gaps, also when units of work fail. Of two records decided from the same state
 * one is appended and the other gets {@link StaleVersionException}, so that nothing is issued twice.
 */
public interface MoveLog {
    /**
     * Appends a record.
     *
     * @throws StaleVersionException when its first number does not follow {@link #lastNumber()}
     * @throws DuplicateKeyException when its key is taken
     */
    void append(StockRecord fact);

    /** The record with this key. */
    Optional<StockRecord> find(IdempotencyKey key);

    /** Pushes the records whose facts come after a number, in the order of recording; the adapter owns the cursor. */
    void forEach(long afterNumber, Consumer<? super StockRecord> sink);

    /** The number of the newest fact, 0 when there is none. */
    long lastNumber();
}
