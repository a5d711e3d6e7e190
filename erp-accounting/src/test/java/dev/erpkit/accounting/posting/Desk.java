package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.money.MonetaryAmount;

/** Books in memory for tests of posting, with a clock that the test turns and an account for every rule. */
final class Desk implements InstantSource {
    static final Actor POSTER = Actor.of("poster");
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    static final Chart CHART = Chart.of(
            Account.of("cash", "Cash", AccountClass.ASSET),
            Account.of("sales", "Sales", AccountClass.INCOME),
            Account.of("trading", "Trading", AccountClass.EQUITY),
            account("bank").limit(BalanceLimit.notBelow("JPY", 0)).build(),
            account("card").limit(BalanceLimit.notAbove("JPY", 500)).build(),
            account("receivable").control(ControlKind.RECEIVABLE).build(),
            account("heading").postable(false).build(),
            account("past").validUntil(LocalDate.of(2026, 1, 1)).build(),
            account("yen-only").currency("JPY").build(),
            account("cost").requireDimension("centre").build());

    final Books books;
    Instant now = Instant.parse("2026-04-01T00:00:00Z");

    Desk() {
        this(UnaryOperator.identity());
    }

    Desk(UnaryOperator<BooksSetup> choices) {
        BooksSetup setup =
                BooksSetup.of("JPY").with(this, () -> new byte[32]).with(Journal.GENERAL, Journal.of("sales"));
        books = Books.over(BooksStores.inMemory(), choices.apply(setup));
        books.open(CHART);
    }

    private static Account.Builder account(String id) {
        Account.Builder builder = Account.builder();
        builder.id(id).name(id).accountClass(AccountClass.ASSET);
        return builder;
    }

    @Override
    public Instant instant() {
        return now;
    }

    static MonetaryAmount yen(long amount) {
        return Amounts.ofMinor(amount, Amounts.currency("JPY"));
    }

    static JournalEntry.Builder draft(String id, LocalDate date) {
        JournalEntry.Builder builder = JournalEntry.builder();
        builder.id(id).date(date);
        return builder;
    }

    static JournalEntry entry(String id, LocalDate date, String debit, String credit, long amount) {
        return draft(id, date)
                .debit(debit, yen(amount))
                .credit(credit, yen(amount))
                .build();
    }

    static JournalEntry entry(String id, String debit, String credit, long amount) {
        return entry(id, DAY, debit, credit, amount);
    }

    static JournalEntry entry(String id, JournalLine... lines) {
        JournalEntry.Builder builder = draft(id, DAY);
        for (JournalLine line : lines) {
            builder.add(line);
        }
        return builder.build();
    }

    static JournalLine line(String account, String amount, String currency, long base) {
        JournalLine.Builder builder = JournalLine.builder();
        builder.account(account).amount(Amounts.of(amount, currency)).base(yen(base));
        return builder.build();
    }

    Outcome<PostedEntry> post(JournalEntry entry) {
        return books.post(entry, POSTER);
    }

    Outcome<PostedEntry> reverse(String original, String reversal, LocalDate date) {
        return books.reverse(EntryId.of(original), EntryId.of(reversal), date, POSTER);
    }

    Refusal refusal(JournalEntry entry) {
        return post(entry).refusal().orElseThrow();
    }

    static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
    }

    long balance(String account, LocalDate date) {
        return Amounts.minor(books.balance(account, date));
    }

    List<PostedEntry> journal() {
        List<PostedEntry> all = new ArrayList<>();
        books.stores().journal().forEach(JournalQuery.all(), all::add);
        return all;
    }
}
