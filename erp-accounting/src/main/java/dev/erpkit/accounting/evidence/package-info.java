/**
 * Tamper evidence: every posted entry is sealed into a hash chain over a versioned canonical form; Merkle checkpoints prove
 * that one entry belongs to the journal without showing the others. Free texts stand outside the sealed content behind a
 * salted digest, so that they can be erased for good without breaking the chain.
 */
@NullMarked
package dev.erpkit.accounting.evidence;

import org.jspecify.annotations.NullMarked;
