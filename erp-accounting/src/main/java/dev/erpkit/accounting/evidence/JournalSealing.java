package dev.erpkit.accounting.evidence;

import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.SealLog;
import dev.erpkit.accounting.posting.JournalListener;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.value.Digest;

/**
 * Seals entries as they are posted, in the unit of work that posts them, and erases texts together with their salt. Safe
 * for threads as far as the unit of work runs one posting of a tenant after the other.
 */
public final class JournalSealing implements JournalListener {
    private final SealLog seals;
    private final SaltSource salts;
    private final Sealer sealer = new Sealer();

    /** Sealing into a log. */
    public JournalSealing(SealLog seals, SaltSource salts) {
        this.seals = seals;
        this.salts = salts;
    }

    /** Seals the entry that was just appended. */
    @Override
    public void posted(PostedEntry entry) {
        synchronized (sealer) {
            seals.append(sealer.seal(entry, seals.last().map(Seal::chain).orElse(Digest.ZERO), salts));
        }
    }

    /**
     * Erases the free texts of an entry and their salt; the chain stays sound.
     *
     * @throws NotFoundException when there is no such entry
     */
    public void eraseTexts(EntryId id, JournalStore journal, UnitOfWork unitOfWork) {
        unitOfWork.execute(() -> {
            PostedEntry posted = journal.find(id).orElseThrow(() -> new NotFoundException(id.value()));
            journal.eraseTexts(id);
            seals.eraseSalt(posted.position());
            return posted.position();
        });
    }

    /** Publishes the Merkle checkpoint over all that is sealed. */
    public MerkleCheckpoint checkpoint(UnitOfWork unitOfWork) {
        return unitOfWork.execute(() -> {
            MerkleTree tree = tree();
            MerkleCheckpoint checkpoint = tree.checkpoint(tree.size());
            seals.append(checkpoint);
            return checkpoint;
        });
    }

    /** The Merkle tree over all that is sealed, for inclusion proofs. */
    public MerkleTree tree() {
        MerkleTree tree = new MerkleTree();
        seals.forEach(0, Long.MAX_VALUE, seal -> tree.add(seal.content()));
        return tree;
    }
}
