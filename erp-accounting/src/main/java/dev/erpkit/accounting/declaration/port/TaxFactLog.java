package dev.erpkit.accounting.declaration.port;

import dev.erpkit.accounting.declaration.TaxFact;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: the tax facts of one tenant, append-only, in the unit of work of the journal. What comes back equals what was
 * appended, instants to the microsecond.
 */
public interface TaxFactLog {
    /** How many facts there are: the number of the newest one. */
    long size();

    /**
     * Appends facts of one key, all or none.
     *
     * @param expectedSize what {@link #size()} was when they were decided
     * @param facts facts whose numbers follow {@code expectedSize} one by one
     * @throws StaleVersionException when the log has another size by now, or the numbers do not follow
     * @throws DuplicateKeyException when the log has facts of the key
     */
    void append(long expectedSize, ImmutableList<TaxFact> facts);

    /** The facts that were appended under a key, in the order of their numbers. */
    ImmutableList<TaxFact> find(IdempotencyKey key);

    /** Pushes the facts that a query asks for, in the order of their numbers. */
    void forEach(TaxFactQuery query, Consumer<? super TaxFact> sink);
}
