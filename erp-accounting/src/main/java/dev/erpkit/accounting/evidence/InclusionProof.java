package dev.erpkit.accounting.evidence;

import dev.erpkit.core.value.Digest;
import java.security.MessageDigest;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Proves that one entry is part of a checkpoint.
 *
 * @param position the position of the entry
 * @param size the size of the checkpoint
 * @param path the sibling digests from the leaf to the root
 */
public record InclusionProof(long position, long size, ImmutableList<Digest> path) {
    /**
     * Tells whether the proof leads from an entry's content digest to the root of a checkpoint (RFC 9162, section 2.1.3.2).
     */
    public boolean proves(Digest content, MerkleCheckpoint checkpoint) {
        if (checkpoint.size() != size || position < 1 || position > size) {
            return false;
        }
        MessageDigest sha256 = Digest.sha256();
        long node = position - 1;
        long last = size - 1;
        Digest digest = MerkleTree.leaf(sha256, content);
        for (Digest sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                digest = MerkleTree.inner(sha256, sibling, digest);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                digest = MerkleTree.inner(sha256, digest, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && digest.equals(checkpoint.root());
    }
}
