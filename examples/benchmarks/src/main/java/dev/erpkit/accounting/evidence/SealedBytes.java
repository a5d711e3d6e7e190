package dev.erpkit.accounting.evidence;

import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.value.Digest;
import java.util.Arrays;
import java.util.Optional;

/** The bytes that sealing an entry digests: beside the sealer, because nobody else has to know them. */
public final class SealedBytes {
    private SealedBytes() {}

    /** The content of an entry without texts, as the sealer digests it. */
    public static byte[] of(PostedEntry posted) {
        CanonicalWriter writer = new CanonicalWriter();
        writer.octet(CanonicalForm.VERSION);
        new CanonicalForm(writer).write(CanonicalForm.VERSION, posted);
        writer.octet(0);
        return Arrays.copyOf(writer.buffer(), writer.length());
    }

    /** Whether these bytes have the digest that the sealer found for the entry. */
    public static boolean are(byte[] bytes, PostedEntry posted) {
        return Digest.of(Digest.sha256().digest(bytes), 0)
                .equals(new Sealer().content(CanonicalForm.VERSION, posted, Optional.empty()));
    }
}
