package dev.erpkit.hr.run.port;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.hr.run.PayrollRecord;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Port: what happened in payroll, one record for each command, insert-only. What comes back equals what was appended: minor
 * units and dates exactly, texts to the character, instants to the microsecond, lines and derivations in their order.
 *
 * <p>Sequences are 1, 2, 3 ... without gaps, also when units of work fail. Of two records decided from the same state one is
 * appended and the other gets {@link StaleVersionException}, so that nobody is paid twice.
 */
public interface PayrollLog {
    /**
     * Appends a record.
     *
     * @throws StaleVersionException when its sequence does not follow {@link #lastSequence()}
     * @throws DuplicateKeyException when its key is taken
     */
    void append(PayrollRecord fact);

    /** The record with this key. */
    Optional<PayrollRecord> find(IdempotencyKey key);

    /** Pushes the records behind a sequence in the order of their sequence; the adapter owns the cursor. */
    void forEach(long afterSequence, Consumer<? super PayrollRecord> sink);

    /** The sequence of the newest record, 0 when there is none. */
    long lastSequence();
}
