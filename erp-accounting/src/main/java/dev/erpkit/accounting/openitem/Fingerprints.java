package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.evidence.Digest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Tells one command from another by the digest of its canonical text. */
final class Fingerprints {
    private Fingerprints() {}

    static Digest of(CharSequence canonical) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256")
                    .digest(canonical.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform must support SHA-256", e);
        }
    }
}
