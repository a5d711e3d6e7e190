package dev.erpkit.accounting.port;

import dev.erpkit.accounting.ledger.Checkpoint;
import dev.erpkit.core.port.DuplicateKeyException;
import java.util.Optional;

/**
 * Port: checkpoints of the ledger index of one tenant. A checkpoint is never edited; a newer one supersedes it. It can always
 * be computed again from the journal, so losing one costs time only.
 */
public interface CheckpointStore {
    /**
     * Stores a checkpoint; storing an equal one again changes nothing.
     *
     * @throws DuplicateKeyException when there is another one for the same position
     */
    void save(Checkpoint checkpoint);

    /** The checkpoint with the greatest position that is not greater than the given one. */
    Optional<Checkpoint> newestThrough(long position);

    /** The checkpoint with the greatest position. */
    default Optional<Checkpoint> newest() {
        return newestThrough(Long.MAX_VALUE);
    }
}
