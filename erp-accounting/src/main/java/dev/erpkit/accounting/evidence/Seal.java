package dev.erpkit.accounting.evidence;

import dev.erpkit.core.value.Digest;
import java.util.Optional;

/**
 * What protects one posted entry.
 *
 * @param position the position of the entry
 * @param version the version of the canonical form; it never decreases along the chain
 * @param content the digest of the entry's canonical form: a leaf of the Merkle tree
 * @param chain the digest of the chain up to and including this entry
 * @param texts the salted digest of the free texts, when there were any
 */
public record Seal(long position, int version, Digest content, Digest chain, Optional<TextSeal> texts) {
    /** The same seal without the salt of its texts, which then can no longer be guessed. */
    public Seal withoutSalt() {
        return new Seal(position, version, content, chain, texts.map(t -> new TextSeal(t.digest(), Optional.empty())));
    }
}
