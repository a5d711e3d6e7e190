package dev.erpkit.accounting.port;

import dev.erpkit.accounting.evidence.MerkleCheckpoint;
import dev.erpkit.accounting.evidence.Seal;
import dev.erpkit.core.port.DuplicateKeyException;
import dev.erpkit.core.port.StaleVersionException;
import java.util.Optional;
import java.util.function.Consumer;

/** Port: the seals of the journal, one for each position, and the published Merkle checkpoints. Append-only. */
public interface SealLog {
    /** The newest seal. */
    Optional<Seal> last();

    /**
     * Appends the seal of the position that follows {@link #last()}.
     *
     * @throws StaleVersionException when another position follows
     */
    void append(Seal seal);

    /** Pushes the seals after one position through another, in the order of their positions. */
    void forEach(long afterPosition, long throughPosition, Consumer<? super Seal> sink);

    /** Forgets the salt of a seal's texts for good, once the texts were erased; again changes nothing. */
    void eraseSalt(long position);

    /**
     * Keeps a checkpoint.
     *
     * @throws DuplicateKeyException when there is one of the same size
     */
    void append(MerkleCheckpoint checkpoint);

    /** Pushes the checkpoints in the order of their sizes. */
    void forEachCheckpoint(Consumer<? super MerkleCheckpoint> sink);
}
