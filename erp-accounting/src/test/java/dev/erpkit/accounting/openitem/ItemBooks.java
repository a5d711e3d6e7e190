package dev.erpkit.accounting.openitem;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ControlKind;
import dev.erpkit.accounting.currency.ExchangeAccounts;
import dev.erpkit.accounting.currency.ExchangeLines;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.memory.MemoryAccountStore;
import dev.erpkit.accounting.memory.MemoryJournalStore;
import dev.erpkit.accounting.memory.MemoryOpenItemLog;
import dev.erpkit.accounting.memory.MemoryReservationLog;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.posting.ChartSource;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.posting.PostingPorts;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.accounting.posting.PostingSetup;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Small books for tests: posting in memory with open items, and the matching service over both. */
public final class ItemBooks {
    public static final Actor CLERK = Actor.of("clerk");
    public static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    public static final CurrencyUnit USD = Amounts.currency("USD");
    public static final CurrencyUnit EUR = Amounts.currency("EUR");
    public static final CurrencyUnit JPY = Amounts.currency("JPY");
    public static final CurrencyUnit KWD = Amounts.currency("KWD");
    public static final ExchangeAccounts ACCOUNTS =
            ExchangeAccounts.of("fx-gain", "fx-loss").trading("trading");

    public final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    public final MemoryJournalStore journal = new MemoryJournalStore(unitOfWork);
    public final MemoryOpenItemLog log = new MemoryOpenItemLog(unitOfWork);
    public final MemoryExchangeRates rates = new MemoryExchangeRates(unitOfWork);
    public final Chart chart = Chart.of(
            control("receivable", AccountClass.ASSET, ControlKind.RECEIVABLE),
            control("receivable-abroad", AccountClass.ASSET, ControlKind.RECEIVABLE),
            control("payable", AccountClass.LIABILITY, ControlKind.PAYABLE),
            Account.of("bank", "Bank", AccountClass.ASSET),
            Account.of("bank-usd", "Bank in dollars", AccountClass.ASSET),
            Account.of("sales", "Sales", AccountClass.INCOME),
            Account.of("discount", "Discounts", AccountClass.EXPENSE),
            Account.of("write-off", "Write-offs", AccountClass.EXPENSE),
            Account.of("fx-gain", "Exchange gains", AccountClass.INCOME),
            Account.of("fx-loss", "Exchange losses", AccountClass.EXPENSE),
            Account.of("unrealised-gain", "Unrealised gains", AccountClass.INCOME),
            Account.of("unrealised-loss", "Unrealised losses", AccountClass.EXPENSE),
            Account.of("trading", "Trading", AccountClass.EQUITY));
    public final MatchingService matching = new MatchingService(
            log,
            journal,
            this::post,
            rates.bothWays(),
            (book, scope, wanted, actor, at, policy) -> open(wanted),
            LockedDatePolicy.REFUSE,
            unitOfWork,
            InstantSource.fixed(Instant.EPOCH),
            AccessPolicy.allowAll());
    public final CurrencyUnit base;
    public LocalDate lockedThrough = LocalDate.MIN;

    public final PostingService posting;

    public ItemBooks(CurrencyUnit base) {
        this.base = base;
        MemoryAccountStore accounts = new MemoryAccountStore(unitOfWork);
        chart.accounts().forEach(accounts::insert);
        PostingPorts ports = new PostingPorts(
                unitOfWork,
                accounts,
                journal,
                new MemoryReservationLog(unitOfWork),
                new MemoryNumberSeries(unitOfWork),
                (book, scope, wanted, actor, at, policy) -> open(wanted),
                Outbox.none(),
                AccessPolicy.allowAll(),
                InstantSource.fixed(Instant.EPOCH),
                new LedgerIndex());
        posting = new PostingService(
                ports,
                new PostingSetup(
                        Lists.immutable.of(book(BookId.MAIN).orElseThrow()),
                        Lists.immutable.of(Journal.GENERAL),
                        PostingPolicy.standard(),
                        Lists.immutable.of(new OpenItemRecorder(log, journal, new ChartSource(accounts)::chart))));
    }

    private static Account control(String id, AccountClass accountClass, ControlKind kind) {
        return Account.builder()
                .id(id)
                .name(id)
                .accountClass(accountClass)
                .control(kind)
                .build();
    }

    private Outcome<LocalDate> open(LocalDate wanted) {
        return wanted.isAfter(lockedThrough)
                ? Outcome.accepted(wanted)
                : Outcome.refused(Refusal.of(RefusalCode.of("period.locked"), "Locked through " + lockedThrough));
    }

    public Outcome<Book> book(BookId id) {
        FiscalCalendar years = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);
        return id.equals(BookId.MAIN)
                ? Outcome.accepted(new Book(id, base, years))
                : Outcome.refused(Refusal.of(RefusalCode.of("book.unknown"), "There is no book " + id));
    }

    public Outcome<PostedEntry> post(JournalEntry entry, Actor actor) {
        return posting.post(entry, actor);
    }

    /** Posts one control line against the trading account and gives its item. */
    public ItemId item(
            String id, String account, String party, LocalDate date, CurrencyUnit in, long amount, long inBase) {
        JournalEntry.Builder entry = JournalEntry.builder();
        entry.id(id)
                .date(date)
                .lines(Lists.immutable.of(
                        line(account, Optional.of(PartyId.of(party)), in, amount, inBase),
                        line("sales", Optional.empty(), in, -amount, -inBase)));
        post(entry.build(), CLERK).orElseThrow();
        return ItemId.of(id, 0);
    }

    /** An item of one customer on the receivable account. */
    public ItemId item(String id, LocalDate date, CurrencyUnit in, long amount, long inBase) {
        return item(id, "receivable", "customer", date, in, amount, inBase);
    }

    /** An item in base currency. */
    public ItemId item(String id, long amount) {
        return item(id, DAY, base, amount, amount);
    }

    public JournalLine line(String account, Optional<PartyId> party, CurrencyUnit in, long amount, long inBase) {
        return ExchangeLines.line(AccountId.of(account), party, Dimensions.none(), amount, in, inBase, base);
    }

    public Outcome<PostedEntry> reverse(String original, String id, LocalDate date) {
        return posting.reverse(EntryId.of(original), EntryId.of(id), date, CLERK);
    }

    public MatchingPolicy.Builder policy() {
        MatchingPolicy.Builder policy = MatchingPolicy.builder();
        policy.accounts(ACCOUNTS);
        return policy;
    }

    public MatchRequest.Builder request(String id, LocalDate date, ItemId... items) {
        MatchRequest.Builder request = MatchRequest.builder();
        request.id(id).date(date);
        for (ItemId item : items) {
            request.item(item);
        }
        return request;
    }

    public Outcome<Match> match(String id, LocalDate date, ItemId... items) {
        return matching.match(request(id, date, items).build(), policy().build(), CLERK);
    }

    public Residual open(ItemId item) {
        return log.find(item).orElseThrow().residual();
    }

    /** The lines that an entry has, as {@code account amount base}. */
    public ImmutableList<String> lines(String entry) {
        return journal.find(EntryId.of(entry))
                .orElseThrow()
                .entry()
                .lines()
                .collect(line ->
                        line.account() + " " + line.amount().getCurrency().getCurrencyCode() + " " + line.amountMinor()
                                + " " + line.baseMinor());
    }

    /** The balance of an account in base, what revaluations told left out where asked. */
    public long base(String account, LocalDate asOf, long knownAt, boolean revaluations) {
        long[] sum = new long[1];
        journal.forEach(JournalQuery.all().in(BookId.MAIN).through(knownAt), posted -> {
            if (!posted.entry().date().isAfter(asOf)
                    && (revaluations || posted.entry().kind() != EntryKind.REVALUATION)) {
                sum[0] += posted.entry()
                        .lines()
                        .select(line -> line.account().value().equals(account))
                        .sumOfLong(JournalLine::baseMinor);
            }
        });
        return sum[0];
    }

    /** The balance of an account in a currency. */
    public long amount(String account, CurrencyUnit in, LocalDate asOf, long knownAt) {
        long[] sum = new long[1];
        journal.forEach(JournalQuery.all().through(knownAt), posted -> {
            if (!posted.entry().date().isAfter(asOf)) {
                sum[0] += posted.entry()
                        .lines()
                        .select(line -> line.account().value().equals(account)
                                && line.amount().getCurrency().equals(in))
                        .sumOfLong(JournalLine::amountMinor);
            }
        });
        return sum[0];
    }
}
