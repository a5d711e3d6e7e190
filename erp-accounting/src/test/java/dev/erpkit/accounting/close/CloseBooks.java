package dev.erpkit.accounting.close;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Map;
import java.util.TreeMap;
import javax.money.MonetaryAmount;

/** Books in JPY and a second book, with fiscal years from April, as the tests of closing need them. */
final class CloseBooks {
    static final Actor ME = Actor.of("me");
    static final BookId IFRS = BookId.of("ifrs");
    static final FiscalCalendar CALENDAR = FiscalCalendar.monthly(MonthDay.of(4, 1), YearNaming.START_YEAR);
    static final FiscalYear Y2024 = CALENDAR.year(2024);
    static final FiscalYear Y2025 = CALENDAR.year(2025);
    static final FiscalYear Y2026 = CALENDAR.year(2026);
    static final LocalDate MARCH_31 = LocalDate.of(2026, 3, 31);

    final BooksStores stores = BooksStores.inMemory();
    final Books books;

    CloseBooks() {
        this(setup());
    }

    CloseBooks(BooksSetup setup) {
        books = Books.over(stores, setup);
        account("cash", AccountClass.ASSET);
        account("bank", AccountClass.ASSET);
        account("sales", AccountClass.INCOME);
        account("service", AccountClass.INCOME);
        account("rent", AccountClass.EXPENSE);
        account("wages", AccountClass.EXPENSE);
        tagged("retained", "retained-earnings");
        tagged("summary", "income-summary");
        tagged("trading", "trading");
        tagged("start", "opening-balance");
    }

    static BooksSetup setup() {
        return BooksSetup.of("JPY", CALENDAR)
                .with(
                        new Book(BookId.MAIN, Amounts.currency("JPY"), CALENDAR),
                        new Book(IFRS, Amounts.currency("JPY"), CALENDAR))
                .with(Journal.GENERAL, Journal.of("closing"))
                .with(() -> Instant.parse("2026-04-20T00:00:00Z"), () -> new byte[32]);
    }

    private void account(String id, AccountClass accountClass) {
        books.open(Account.of(id, id, accountClass));
    }

    private void tagged(String id, String tag) {
        books.open(Account.builder()
                .id(id)
                .name(id)
                .accountClass(AccountClass.EQUITY)
                .tag(tag)
                .build());
    }

    static MonetaryAmount yen(long minor) {
        return Amounts.ofMinor(minor, Amounts.currency("JPY"));
    }

    static MonetaryAmount usd(long minor) {
        return Amounts.ofMinor(minor, Amounts.currency("USD"));
    }

    static JournalLine line(String account, Dimensions dimensions, MonetaryAmount amount, MonetaryAmount base) {
        return JournalLine.builder()
                .account(account)
                .dimensions(dimensions)
                .amount(amount)
                .base(base)
                .adjustment(amount.isZero() || base.isZero())
                .build();
    }

    /** A sale (negative: a cost) for cash, in yen. */
    PostedEntry post(String id, LocalDate date, String account, long minor) {
        return books.post(entry(id, BookId.MAIN, date, account, Dimensions.none(), minor), ME)
                .orElseThrow();
    }

    static JournalEntry entry(
            String id, BookId book, LocalDate date, String account, Dimensions dimensions, long minor) {
        return JournalEntry.builder()
                .id(id)
                .book(book)
                .date(date)
                .add(line("cash", Dimensions.none(), yen(minor), yen(minor)))
                .add(line(account, dimensions, yen(-minor), yen(-minor)))
                .build();
    }

    /** Every balance in the journal through a day, by book, account, dimensions and currency; zeros are left out. */
    Map<String, String> balances(LocalDate through) {
        Map<String, long[]> sums = new TreeMap<>();
        stores.journal().forEach(JournalQuery.all(), posted -> {
            if (!posted.entry().date().isAfter(through)) {
                posted.entry().lines().forEach(line -> {
                    String key = posted.entry().book() + "|" + line.account() + "|" + line.dimensions() + "|"
                            + line.amount().getCurrency();
                    long[] sum = sums.computeIfAbsent(key, k -> new long[2]);
                    sum[0] += line.amountMinor();
                    sum[1] += line.baseMinor();
                });
            }
        });
        Map<String, String> shown = new TreeMap<>();
        sums.forEach((key, sum) -> {
            if (sum[0] != 0 || sum[1] != 0) {
                shown.put(key, sum[0] + "/" + sum[1]);
            }
        });
        return shown;
    }
}
