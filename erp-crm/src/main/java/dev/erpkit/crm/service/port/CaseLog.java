package dev.erpkit.crm.service.port;

import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.service.CaseFact;
import dev.erpkit.crm.service.CaseId;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Port: what happened to cases, insert-only. What comes back equals what was appended: texts to the character, instants to
 * the microsecond.
 *
 * <p>The facts of each case are numbered 1, 2, 3 ... without gaps, also when units of work fail. Of two facts decided from
 * the same state of a case one is appended and the other gets {@link StaleVersionException}.
 */
public interface CaseLog {
    /**
     * Appends a fact.
     *
     * @throws StaleVersionException when its number does not follow the newest of its case
     * @throws DuplicateKeyException when its case has a fact with its key
     */
    void append(CaseFact fact);

    /** The facts of a case, in their order; none for a case that was never opened. */
    ImmutableList<CaseFact> of(CaseId id);

    /** The facts with a key: those of one command, which may concern two cases; in the order of their cases. */
    ImmutableList<CaseFact> of(IdempotencyKey key);

    /** Pushes all facts, by {@link CaseId#compareTo} and number; the adapter owns the cursor. */
    void forEach(Consumer<? super CaseFact> sink);
}
