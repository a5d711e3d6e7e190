package dev.erpkit.accounting.evidence;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.EntryNumber;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/** Entries to seal, one with every field and one with few. */
final class Samples {
    static final Instant RECORDED = Instant.parse("2026-04-02T03:04:05.678901Z");

    private Samples() {}

    static JournalLine.Builder invoiceLine() {
        return JournalLine.builder()
                .account("1130")
                .amount(Amounts.of("5.10", "USD"))
                .base(Amounts.of("765", "JPY"))
                .dimensions(Dimensions.of("cost-centre", "100").with("project", "東京"))
                .party(PartyId.of("customer-7"))
                .document("INV-42")
                .dueDate(LocalDate.of(2026, 4, 30))
                .note("handed over to Mr. Sato");
    }

    static JournalEntry.Builder invoice() {
        return JournalEntry.builder()
                .id("invoice-42")
                .add(invoiceLine().build())
                .add(JournalLine.builder()
                        .account("4000")
                        .amount(Amounts.of("-5.10", "USD"))
                        .base(Amounts.of("-765", "JPY"))
                        .build())
                .date(LocalDate.of(2026, 4, 1))
                .documentDate(LocalDate.of(2026, 3, 31))
                .journal(JournalId.of("sales"))
                .narrative("Consulting for Mr. Sato")
                .source(new SourceDocument("shop", "sales-invoice", "42", 3))
                .eventDigest("0123456789abcdef".repeat(4))
                .assertBalance(new BalanceAssertion(AccountId.of("1130"), Amounts.of("5.10", "USD")));
    }

    static JournalEntry plain(String id) {
        return JournalEntry.builder()
                .id(id)
                .date(LocalDate.of(2026, 4, 1))
                .debit("1110", Amounts.of("1100", "JPY"))
                .credit("4000", Amounts.of("1100", "JPY"))
                .build();
    }

    static PostedEntry posted(JournalEntry entry, long position) {
        return new PostedEntry(
                entry,
                position,
                RECORDED,
                new EntryNumber(entry.journal(), 2026, position),
                Actor.of("clerk"),
                Optional.empty());
    }

    /** The posted invoice, which somebody approved. */
    static PostedEntry approved(JournalEntry entry) {
        return new PostedEntry(
                entry,
                7,
                RECORDED,
                new EntryNumber(entry.journal(), 2026, 5),
                Actor.of("clerk"),
                Optional.of(Actor.of("chief")));
    }

    static byte[] canonical(PostedEntry posted) {
        return canonical(CanonicalForm.VERSION, posted);
    }

    static byte[] canonical(int version, PostedEntry posted) {
        CanonicalWriter writer = new CanonicalWriter();
        new CanonicalForm(writer).write(version, posted);
        return Arrays.copyOf(writer.buffer(), writer.length());
    }

    /** A salt that depends on a seed alone. */
    static byte[] salt(int seed) {
        return sha256(("salt " + seed).getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of byte arrays one behind the other, straight from the platform. */
    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
