package dev.erpkit.accounting.evidence;

import dev.erpkit.core.value.Digest;
import java.util.Optional;

/**
 * The digest of an entry's free texts, which is part of the sealed content while the texts are not.
 *
 * @param digest SHA-256 of salt and texts
 * @param salt the salt, gone once the texts were erased
 */
public record TextSeal(Digest digest, Optional<Digest> salt) {}
