package dev.erpkit.accounting.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.value.Digest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class TextSealTest {
    private static final Digest SALT = Digest.of(Samples.salt(1));

    private final Sealer sealer = new Sealer();
    private final JournalEntry invoice = Samples.invoice().build();

    @Test
    void is_the_digest_of_the_salt_and_of_every_text_in_its_place() {
        ByteBuffer texts = ByteBuffer.allocate(1_000);
        text(texts, "Consulting for Mr. Sato");
        text(texts, "handed over to Mr. Sato");
        texts.put((byte) 0);
        byte[] bytes = new byte[texts.flip().remaining()];
        texts.get(bytes);

        assertThat(sealer.textDigest(invoice, SALT)).isEqualTo(Digest.of(Samples.sha256(SALT.bytes(), bytes)));
    }

    private static void text(ByteBuffer out, String text) {
        out.put((byte) 1).putInt(text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void tells_apart_what_is_written_where() {
        JournalLine first = invoice.lines().get(0);
        JournalLine second = invoice.lines().get(1);
        JournalLine noted =
                JournalLine.builder().from(second).note(first.note()).build();
        Set<Digest> digests = new HashSet<>();
        List<JournalEntry> entries = List.of(
                invoice,
                JournalEntry.builder().from(invoice).narrative("").build(),
                JournalEntry.builder().from(invoice).narrative(Optional.empty()).build(),
                JournalEntry.builder()
                        .from(invoice)
                        .lines(Lists.immutable.of(first.withoutNote(), noted))
                        .build(),
                invoice.withoutTexts());
        entries.forEach(entry -> digests.add(sealer.textDigest(entry, SALT)));

        assertThat(digests).hasSameSizeAs(entries);
        assertThat(sealer.textDigest(invoice, Digest.of(Samples.salt(2)))).isNotIn(digests);
    }

    @Test
    void an_entry_without_texts_takes_no_salt() {
        Seal seal = sealer.seal(Samples.posted(Samples.plain("a"), 1), Digest.ZERO, () -> {
            throw new AssertionError("no salt is needed");
        });

        assertThat(seal.texts()).isEmpty();
    }

    @Test
    void without_its_salt_a_seal_protects_the_same() {
        Seal seal = sealer.seal(Samples.posted(invoice, 1), Digest.ZERO, () -> Samples.salt(1));

        assertThat(seal.texts()).contains(new TextSeal(sealer.textDigest(invoice, SALT), Optional.of(SALT)));
        assertThat(seal.withoutSalt())
                .isEqualTo(new Seal(
                        1,
                        CanonicalForm.VERSION,
                        seal.content(),
                        seal.chain(),
                        Optional.of(new TextSeal(sealer.textDigest(invoice, SALT), Optional.empty()))));
    }
}
