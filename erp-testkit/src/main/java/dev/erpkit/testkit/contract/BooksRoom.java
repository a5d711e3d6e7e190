package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.BalanceLimit;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.generate.ChartArbitraries;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;

/** Books over an adapter, for the contracts that ask what services and storage do together. */
final class BooksRoom {
    static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    /** A book of its own for tests that close years, which no other test posts to. */
    static final BookId CLOSING = BookId.of("closing");

    static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR);
    private static final CurrencyUnit JPY = Amounts.currency("JPY");
    private static final CurrencyUnit USD = Amounts.currency("USD");

    private BooksRoom() {}

    static MonetaryAmount yen(long amount) {
        return Amounts.ofMinor(amount, JPY);
    }

    static KitBooks over(BooksHarness harness, BooksStores stores) {
        return over(harness, stores, Instant.parse("2026-04-01T00:00:00Z"));
    }

    /** Books whose clock stands at an instant. */
    static KitBooks over(BooksHarness harness, BooksStores stores, Instant now) {
        KitBooks books = KitBooks.over(
                harness,
                stores,
                Lists.immutable.of(new Book(BookId.MAIN, JPY, CALENDAR), new Book(CLOSING, JPY, CALENDAR)),
                Lists.immutable.of(Journal.of("locked")),
                PostingPolicy.standard(),
                new KitClock(now));
        books.books().open(ChartArbitraries.small());
        return books;
    }

    static JournalEntry sale(String id, long amount) {
        return JournalEntry.builder()
                .id(id)
                .date(DAY)
                .debit("1000", yen(amount))
                .credit("4000", yen(amount))
                .build();
    }

    static JournalEntry in(String journal, JournalEntry entry) {
        return JournalEntry.builder().from(entry).journal(JournalId.of(journal)).build();
    }

    /** An entry whose first line is an open item; negative amounts are payments. */
    static JournalEntry claim(String id, long amount) {
        return JournalEntry.builder()
                .id(id)
                .date(DAY)
                .add(JournalLine.builder()
                        .account("1100")
                        .inBase(yen(amount))
                        .party(PartyId.of("C1"))
                        .build())
                .add(JournalLine.of("4000", yen(-amount)))
                .build();
    }

    /** The same in dollars, worth so many yen. */
    static JournalEntry dollars(String id, long dollars, long yen) {
        MonetaryAmount amount = Amounts.ofMinor(dollars, USD);
        return JournalEntry.builder()
                .id(id)
                .date(DAY)
                .add(JournalLine.builder()
                        .account("1100")
                        .amount(amount)
                        .base(yen(yen))
                        .party(PartyId.of("C1"))
                        .build())
                .add(JournalLine.builder()
                        .account("4000")
                        .amount(amount.negate())
                        .base(yen(-yen))
                        .build())
                .build();
    }

    static MatchRequest match(String id, String... claims) {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id(id).date(DAY);
        for (String claim : claims) {
            request.item(ItemId.of(claim, 0));
        }
        return request.build();
    }

    static MatchingPolicy matching() {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ExchangeAccounts.of("4900", "5900").trading("1900"));
        return policy.build();
    }

    /** An account that may not fall below zero and holds this much. */
    static String purse(KitBooks books, long amount) {
        String id = Fresh.key("purse");
        books.books()
                .open(Account.builder()
                        .id(id)
                        .name("Purse")
                        .accountClass(AccountClass.ASSET)
                        .limit(BalanceLimit.notBelow("JPY", 0))
                        .build());
        books.books()
                .post(
                        JournalEntry.builder()
                                .id(Fresh.key("fill"))
                                .date(DAY)
                                .debit(id, yen(amount))
                                .credit("3000", yen(amount))
                                .build(),
                        KitBooks.CLERK)
                .orElseThrow();
        return id;
    }

    static JournalEntry spend(String id, String purse, long amount) {
        return JournalEntry.builder()
                .id(id)
                .date(DAY)
                .debit("5100", yen(amount))
                .credit(purse, yen(amount))
                .build();
    }
}
