package dev.erpkit.testkit.cases;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.currency.ExchangeLines;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.openitem.ItemId;
import dev.erpkit.accounting.openitem.Match;
import dev.erpkit.accounting.openitem.MatchRequest;
import dev.erpkit.accounting.openitem.MatchingPolicy;
import dev.erpkit.accounting.openitem.Residual;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.posting.TradingAccounts;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.testkit.books.KitBooks;
import dev.erpkit.testkit.books.KitClock;
import dev.erpkit.testkit.contract.MemoryHarness;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Locale;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Fresh books for one case: accounts come into being when a case names them, their class follows from their name. */
final class CaseBooks {
    static final LocalDate DAY = LocalDate.of(2026, 1, 15);
    private static final ExchangeAccounts EXCHANGE =
            ExchangeAccounts.of("fx-gain", "fx-loss").trading("trading");

    private final CurrencyUnit base;
    private final KitBooks books;
    private final KitClock clock = new KitClock(Instant.parse("2026-01-01T00:00:00Z"));

    CaseBooks(CurrencyUnit base, BookId... more) {
        this.base = base;
        FiscalCalendar calendar = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);
        ImmutableList<Book> all = Lists.immutable
                .of(BookId.MAIN)
                .newWithAll(Lists.immutable.of(more))
                .collect(id -> new Book(id, base, calendar));
        this.books = KitBooks.over(new MemoryHarness(), all, Lists.immutable.empty(), PostingPolicy.standard(), clock);
        account("fx-gain");
        account("fx-loss");
        account("trading");
    }

    KitBooks services() {
        return books;
    }

    KitClock clock() {
        return clock;
    }

    CurrencyUnit base() {
        return base;
    }

    /** The account of this name. */
    AccountId account(String name) {
        return account(name, classOf(name));
    }

    /** The account of this name, which has this class if it is new. */
    AccountId account(String name, AccountClass accountClass) {
        AccountId id = AccountId.of(name);
        if (books.harness().accounts().find(id).isEmpty()) {
            Account.Builder account = Account.builder().id(id).name(name).accountClass(accountClass);
            controlOf(name).ifPresent(account::control);
            if (name.matches("(?i)(assets?:)?(cash|bank|checking|savings)\\b.*")) {
                account.tag("cash");
            }
            books.harness().accounts().insert(account.build());
        }
        return id;
    }

    static AccountClass classOf(String name) {
        String n = name.toLowerCase(Locale.ROOT);
        if (n.matches(".*(payable|liabilit|loan|credit.?card|deferred).*")) {
            return AccountClass.LIABILITY;
        }
        if (n.matches(".*(revenue|sales|income|gain|turnover).*")) {
            return AccountClass.INCOME;
        }
        if (n.matches(".*(equity|capital|retained|opening|trading).*")) {
            return AccountClass.EQUITY;
        }
        if (n.matches(".*(expense|cost|loss|rent|groceries|purchase|discount|write-off|wage|salar).*")) {
            return AccountClass.EXPENSE;
        }
        return AccountClass.ASSET;
    }

    private static Optional<ControlKind> controlOf(String name) {
        String n = name.toLowerCase(Locale.ROOT);
        if (n.contains("receivable")) {
            return Optional.of(ControlKind.RECEIVABLE);
        }
        return n.contains("payable") && !n.contains("tax") ? Optional.of(ControlKind.PAYABLE) : Optional.empty();
    }

    /** One line; a control account that the case names without a party gets one. */
    JournalLine line(String account, MonetaryAmount amount, MonetaryAmount inBase, Dimensions dimensions) {
        AccountId id = account(account);
        boolean control = books.chart().find(id).orElseThrow().control().isPresent();
        return ExchangeLines.line(
                id,
                control ? Optional.of(PartyId.of("party")) : Optional.empty(),
                dimensions,
                Amounts.minor(amount),
                amount.getCurrency(),
                Amounts.minor(inBase),
                base);
    }

    /** A line in base currency. */
    JournalLine line(String account, BigDecimal number) {
        MonetaryAmount amount = CaseCurrencies.amount(number, base);
        return line(account, amount, amount, Dimensions.none());
    }

    /** An entry of these lines; currencies that do not balance go through the trading account. */
    JournalEntry entry(String id, LocalDate date, ImmutableList<JournalLine> lines) {
        JournalEntry entry =
                JournalEntry.builder().id(id).date(date).lines(lines).build();
        boolean foreign = lines.anySatisfy(line -> !line.amount().getCurrency().equals(base));
        return foreign ? TradingAccounts.balance(entry, AccountId.of("trading")) : entry;
    }

    PostedEntry post(String id, LocalDate date, ImmutableList<JournalLine> lines) {
        return post(entry(id, date, lines));
    }

    PostedEntry post(JournalEntry entry) {
        return books.posting().post(entry, KitBooks.CLERK).orElseThrow();
    }

    /** Posts one line of a control account against a clearing account and gives its item. */
    ItemId item(String id, String control, LocalDate date, MonetaryAmount amount, BigDecimal inBase) {
        MonetaryAmount worth = CaseCurrencies.amount(inBase, base);
        return new ItemId(
                post(
                                id,
                                date,
                                Lists.immutable.of(
                                        line(control, amount, worth, Dimensions.none()),
                                        line("clearing", amount.negate(), worth.negate(), Dimensions.none())))
                        .id(),
                0);
    }

    /** What an amount is worth in base at the spot rate of a day. */
    MonetaryAmount convert(MonetaryAmount amount, LocalDate day) {
        return books.harness()
                .rates()
                .bothWays()
                .convert(amount, base, RateType.SPOT, day, RoundingPolicy.toCurrency(RoundingRule.HALF_EVEN))
                .orElseThrow();
    }

    /** Matches items as far as they go, under the usual policy. */
    Match match(String id, LocalDate date, ItemId... items) {
        return books.matching()
                .match(
                        request(id, date, Lists.immutable.of(items)).build(),
                        matchingPolicy().build(),
                        KitBooks.CLERK)
                .orElseThrow();
    }

    Residual open(ItemId item) {
        return books.harness().openItems().find(item).orElseThrow().residual();
    }

    BigDecimal openAmount(ItemId item) {
        return CaseCurrencies.decimal(
                open(item).amountMinor(),
                books.harness().openItems().find(item).orElseThrow().item().currency());
    }

    BigDecimal openBase(ItemId item) {
        return CaseCurrencies.decimal(open(item).baseMinor(), base);
    }

    MatchingPolicy.Builder matchingPolicy() {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(EXCHANGE);
        return policy;
    }

    static ExchangeAccounts exchangeAccounts() {
        return EXCHANGE;
    }

    static MatchRequest.Builder request(String id, LocalDate date, Iterable<ItemId> items) {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id(id).date(date);
        items.forEach(request::item);
        return request;
    }

    /** The balance in base at the end of a day. */
    BigDecimal base(String account, LocalDate asOf) {
        return base(BookId.MAIN, account, asOf);
    }

    BigDecimal base(BookId book, String account, LocalDate asOf) {
        return CaseCurrencies.decimal(books.index().base(book, AccountId.of(account), asOf), base);
    }

    /** The balance in a currency at the end of a day. */
    BigDecimal amount(String account, CurrencyUnit currency, LocalDate asOf) {
        return CaseCurrencies.decimal(
                books.index().amount(BookId.MAIN, AccountId.of(account), currency, asOf), currency);
    }
}
