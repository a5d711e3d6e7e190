package dev.erpkit.inventory.posting.port;

import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.inventory.posting.StockTold;
import java.util.function.Consumer;

/**
 * Port: what the books were told of goods, insert-only. What comes back equals what was appended: minor units and days
 * exactly, instants to the microsecond, deltas in their order.
 *
 * <p>Sequences are 1, 2, 3 ... without gaps, also when units of work fail. Of two records decided from the same state one is
 * appended and the other gets {@link StaleVersionException}, so that nothing is told twice.
 */
public interface PostedLog {
    /**
     * Appends what was told.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence()}
     */
    void append(StockTold told);

    /** Pushes the records behind a sequence in the order of their sequence; the adapter owns the cursor. */
    void forEach(long afterSequence, Consumer<? super StockTold> sink);

    /** The sequence of the newest record, 0 when there is none. */
    long lastSequence();
}
