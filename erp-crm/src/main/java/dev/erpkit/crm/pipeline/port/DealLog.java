package dev.erpkit.crm.pipeline.port;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.pipeline.DealFact;
import dev.erpkit.crm.pipeline.DealId;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: what happened to deals, insert-only. What comes back equals what was appended: amounts and probabilities exactly,
 * texts to the character, instants to the microsecond.
 *
 * <p>The facts of each deal are numbered 1, 2, 3 ... without gaps, also when units of work fail. Of two facts decided from
 * the same state of a deal one is appended and the other gets {@link StaleVersionException}.
 */
public interface DealLog {
    /**
     * Appends a fact.
     *
     * @throws StaleVersionException when its number does not follow the newest of its deal
     * @throws DuplicateKeyException when its key is taken
     */
    void append(DealFact fact);

    /** The facts of a deal, in their order; none for a deal that was never opened. */
    ImmutableList<DealFact> of(DealId id);

    /** The fact with a key. */
    Optional<DealFact> find(IdempotencyKey key);

    /** Pushes all facts, by {@link dev.erpkit.crm.pipeline.DealId#compareTo} and number; the adapter owns the cursor. */
    void forEach(Consumer<? super DealFact> sink);
}
