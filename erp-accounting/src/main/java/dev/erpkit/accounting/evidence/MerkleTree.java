package dev.erpkit.accounting.evidence;

import dev.erpkit.core.value.Digest;
import java.security.MessageDigest;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/**
 * The binary Merkle tree of RFC 9162, section 2.1, over content digests in the order of positions: leaves and inner nodes
 * are told apart by a prefix byte, and a tree of n leaves splits at the largest power of two below n.
 */
public final class MerkleTree {
    private final MutableList<MutableList<Digest>> levels = Lists.mutable.empty();
    private final MessageDigest sha256 = Digest.sha256();

    /** A tree without leaves. */
    public MerkleTree() {}

    /** Adds the content digest of the next position. */
    public void add(Digest content) {
        Digest node = leaf(sha256, content);
        for (int level = 0; ; level++) {
            if (level == levels.size()) {
                levels.add(Lists.mutable.empty());
            }
            MutableList<Digest> row = levels.get(level);
            row.add(node);
            if (row.size() % 2 != 0) {
                return;
            }
            node = inner(sha256, row.get(row.size() - 2), node);
        }
    }

    /** How many leaves there are. */
    public long size() {
        return levels.isEmpty() ? 0 : levels.get(0).size();
    }

    /** The checkpoint over the first leaves. */
    public MerkleCheckpoint checkpoint(long size) {
        require(size >= 1 && size <= size(), "size", size);
        return new MerkleCheckpoint(size, root(0, Math.toIntExact(size)));
    }

    /**
     * Proves that the entry at a position is among the first {@code size}, telling nothing of the others but digests.
     *
     * @param position 1 to size
     */
    public InclusionProof inclusionProof(long position, long size) {
        require(size >= 1 && size <= size(), "size", size);
        require(position >= 1 && position <= size, "position", position);
        MutableList<Digest> path = Lists.mutable.empty();
        path(Math.toIntExact(position - 1), 0, Math.toIntExact(size), path);
        return new InclusionProof(position, size, path.toImmutable());
    }

    private void path(int leaf, int from, int to, MutableList<Digest> path) {
        if (to - from == 1) {
            return;
        }
        int split = from + split(to - from);
        if (leaf < split) {
            path(leaf, from, split, path);
            path.add(root(split, to));
        } else {
            path(leaf, split, to, path);
            path.add(root(from, split));
        }
    }

    private Digest root(int from, int to) {
        int n = to - from;
        if (Integer.bitCount(n) == 1) {
            int level = Integer.numberOfTrailingZeros(n);
            return levels.get(level).get(from >> level);
        }
        int split = from + split(n);
        return inner(sha256, root(from, split), root(split, to));
    }

    static int split(int n) {
        return Integer.highestOneBit(n - 1);
    }

    static Digest leaf(MessageDigest sha256, Digest content) {
        sha256.update((byte) 0);
        sha256.update(content.bytes());
        return Digest.of(sha256.digest(), 0);
    }

    static Digest inner(MessageDigest sha256, Digest left, Digest right) {
        sha256.update((byte) 1);
        sha256.update(left.bytes());
        sha256.update(right.bytes());
        return Digest.of(sha256.digest(), 0);
    }

    static void require(boolean condition, String name, long value) {
        if (!condition) {
            throw new IllegalArgumentException("No such " + name + " in the tree: " + value);
        }
    }
}
