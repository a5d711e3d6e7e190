package dev.erpkit.accounting.evidence;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.value.Digest;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Computes seals. The content digest is SHA-256 of the version, the canonical form and the digest of the free texts; the
 * chain digest is SHA-256 of the chain digest before and the content digest. Not safe for threads: it uses its buffers
 * again.
 */
final class Sealer {
    private final CanonicalWriter writer = new CanonicalWriter();
    private final CanonicalForm form = new CanonicalForm(writer);
    private final MessageDigest sha256 = Digest.sha256();
    private final byte[] block = new byte[64];

    /** Seals an entry behind another. */
    Seal seal(PostedEntry posted, Digest chainBefore, SaltSource salts) {
        Optional<TextSeal> texts = Optional.empty();
        if (CanonicalForm.hasTexts(posted.entry())) {
            Digest salt = Digest.of(salts.next());
            texts = Optional.of(new TextSeal(textDigest(posted.entry(), salt), Optional.of(salt)));
        }
        Digest content = content(CanonicalForm.VERSION, posted, texts);
        return new Seal(posted.position(), CanonicalForm.VERSION, content, chain(chainBefore, content), texts);
    }

    /** The digest of an entry's protected content. */
    Digest content(int version, PostedEntry posted, Optional<TextSeal> texts) {
        writer.reset();
        writer.octet(version);
        form.write(version, posted);
        writer.octet(texts.isPresent() ? 1 : 0);
        texts.ifPresent(t -> writer.digest(t.digest()));
        return written();
    }

    /** The chain digest that follows from the one before and a content digest. */
    Digest chain(Digest before, Digest content) {
        before.into(block, 0);
        content.into(block, 32);
        sha256.update(block);
        return digest();
    }

    /** The salted digest of free texts. */
    Digest textDigest(JournalEntry entry, Digest salt) {
        writer.reset();
        writer.digest(salt);
        form.writeTexts(entry);
        return written();
    }

    private Digest written() {
        sha256.update(writer.buffer(), 0, writer.length());
        return digest();
    }

    private Digest digest() {
        try {
            sha256.digest(block, 0, 32);
        } catch (DigestException e) {
            throw new IllegalStateException("A SHA-256 digest must have 32 bytes", e);
        }
        return Digest.of(block, 0);
    }
}
