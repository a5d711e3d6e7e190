package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.BalanceAssertion;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;

/** Entries for the rules that name one example. */
final class Sample {
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final CurrencyUnit USD = Amounts.currency("USD");
    private static final String TEXT = "請求書 № 42 — ü€ \ud83d\ude00 '\"\\\n\t";

    private Sample() {}

    static JournalEntry entry(String id, LocalDate date, long yen) {
        return JournalEntry.builder()
                .id(id)
                .date(date)
                .debit("1000", Amounts.ofMinor(yen, JPY))
                .credit("4000", Amounts.ofMinor(yen, JPY))
                .build();
    }

    /** An entry that uses every part an entry can have. */
    static JournalEntry full(String id) {
        return JournalEntry.builder()
                .id(id)
                .book(BookId.of("ifrs"))
                .journal(JournalId.of("売上"))
                .kind(EntryKind.OPENING)
                .date(LocalDate.of(2024, 2, 29))
                .documentDate(LocalDate.of(2024, 2, 28))
                .narrative(TEXT)
                .source(new SourceDocument("shop", "sales-invoice", "№ 42", 7))
                .eventDigest("0123456789abcdef".repeat(4))
                .assertBalance(new BalanceAssertion(AccountId.of("1000"), Amounts.ofMinor(-12_345, USD)))
                .assertBalance(new BalanceAssertion(AccountId.of("現金"), Amounts.ofMinor(0, JPY)))
                .add(JournalLine.builder()
                        .account("1100")
                        .amount(Amounts.of("100.10", "USD"))
                        .base(Amounts.ofMinor(15_015, JPY))
                        .party(PartyId.of("C-1"))
                        .document("INV-2024-1")
                        .dueDate(LocalDate.of(2024, 3, 31))
                        .dimensions(Dimensions.of("cost-centre", "100").with("地域", "関東"))
                        .note(TEXT)
                        .build())
                .add(JournalLine.builder()
                        .account("1900")
                        .amount(Amounts.of("-100.10", "USD"))
                        .base(Amounts.ofMinor(-15_010, JPY))
                        .build())
                .add(JournalLine.builder()
                        .account("5900")
                        .amount(Amounts.zero(USD))
                        .base(Amounts.ofMinor(-5, JPY))
                        .adjustment(true)
                        .build())
                .build();
    }

    static JournalEntry ofManyLines(String id, int lines) {
        JournalEntry.Builder builder = JournalEntry.builder().id(id).date(LocalDate.of(2026, 4, 1));
        for (int i = 1; i <= lines / 2; i++) {
            builder.debit("A" + i % 7, Amounts.ofMinor(i, JPY)).credit("B" + i % 5, Amounts.ofMinor(i, JPY));
        }
        return builder.build();
    }

    static JournalEntry reversal(JournalEntry original, String id) {
        JournalEntry.Builder builder = JournalEntry.builder()
                .id(id)
                .book(original.book())
                .journal(original.journal())
                .date(original.date().plusDays(1))
                .kind(EntryKind.REVERSAL)
                .reverses(original.id());
        original.lines()
                .forEach(line -> builder.add(JournalLine.builder()
                        .from(line)
                        .amount(line.amount().negate())
                        .base(line.base().negate())
                        .build()));
        return builder.build();
    }

    static PostedEntry approved(PostedEntry posted) {
        return new PostedEntry(
                posted.entry(),
                posted.position(),
                posted.recordedAt(),
                posted.number(),
                posted.postedBy(),
                Optional.of(Actor.of("承認者")));
    }

    /** The same fact with a narrative, as if it had been posted with one. */
    static PostedEntry withTexts(PostedEntry posted) {
        return new PostedEntry(
                JournalEntry.builder().from(posted.entry()).narrative(TEXT).build(),
                posted.position(),
                posted.recordedAt(),
                posted.number(),
                posted.postedBy(),
                posted.approvedBy());
    }

    static PostedEntry withoutTexts(PostedEntry posted) {
        JournalEntry entry = posted.entry();
        return new PostedEntry(
                JournalEntry.builder()
                        .from(entry)
                        .narrative(Optional.empty())
                        .lines(entry.lines()
                                .collect(line -> JournalLine.builder()
                                        .from(line)
                                        .note(Optional.empty())
                                        .build()))
                        .build(),
                posted.position(),
                posted.recordedAt(),
                posted.number(),
                posted.postedBy(),
                posted.approvedBy());
    }
}
