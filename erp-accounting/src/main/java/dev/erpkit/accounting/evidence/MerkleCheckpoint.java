package dev.erpkit.accounting.evidence;

import dev.erpkit.core.value.Digest;

/**
 * The root of the Merkle tree over the first entries of the journal. Given to an auditor, it fixes them all.
 *
 * @param size how many entries it covers: positions 1 to size
 * @param root the root digest
 */
public record MerkleCheckpoint(long size, Digest root) {}
