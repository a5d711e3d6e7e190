package dev.erpkit.accounting;

import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.memory.MemoryAccountStore;
import dev.erpkit.accounting.memory.MemoryJournalStore;
import dev.erpkit.accounting.memory.MemoryOpenItemLog;
import dev.erpkit.accounting.memory.MemoryPeriodLog;
import dev.erpkit.accounting.memory.MemoryReservationLog;
import dev.erpkit.accounting.openitem.MatchedItemsRule;
import dev.erpkit.accounting.openitem.MatchingService;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.port.AccountStore;
import dev.erpkit.accounting.port.EntryPoster;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.port.OpenItemLog;
import dev.erpkit.accounting.port.PeriodLog;
import dev.erpkit.accounting.port.ReservationLog;
import dev.erpkit.accounting.posting.JournalListener;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.posting.PostingPorts;
import dev.erpkit.accounting.posting.PostingSetup;
import dev.erpkit.accounting.posting.ReversalCheck;
import dev.erpkit.core.calendar.FiscalCalendar;
import dev.erpkit.core.calendar.YearNaming;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryExchangeRates;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.AccessPolicy;
import java.time.InstantSource;
import java.time.MonthDay;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * Puts books together. Every port has to be given; nothing is silently left out. The first book is the main one.
 *
 * <pre>{@code
 * Books books = BooksBuilder.on(unitOfWork, clock)
 *     .accounts(accounts).journal(journal).reservations(reservations).periods(periods).openItems(items)
 *     .numbers(numbers).rates(rates).outbox(outbox).access(access)
 *     .book(new Book(BookId.MAIN, Amounts.currency("JPY"), calendar))
 *     .build();
 * }</pre>
 */
public final class BooksBuilder {
    private final UnitOfWork unitOfWork;
    private final InstantSource clock;
    private final MutableList<Book> books = Lists.mutable.empty();
    private final MutableList<Journal> journals = Lists.mutable.of(Journal.GENERAL);
    private final MutableList<JournalListener> listeners = Lists.mutable.empty();
    private @Nullable AccountStore accounts;
    private @Nullable JournalStore journal;
    private @Nullable ReservationLog reservations;
    private @Nullable PeriodLog periodLog;
    private @Nullable OpenItemLog openItems;
    private @Nullable NumberSeries numbers;
    private @Nullable ExchangeRates rates;
    private @Nullable Outbox outbox;
    private @Nullable AccessPolicy access;
    private @Nullable PeriodService periods;
    private LedgerIndex index = new LedgerIndex();
    private PostingPolicy policy = PostingPolicy.standard();
    private MatchedItemsRule matchedItems = MatchedItemsRule.REFUSE;

    private BooksBuilder(UnitOfWork unitOfWork, InstantSource clock) {
        this.unitOfWork = unitOfWork;
        this.clock = clock;
    }

    /** Books on the ports of a host. */
    public static BooksBuilder on(UnitOfWork unitOfWork, InstantSource clock) {
        return new BooksBuilder(unitOfWork, clock);
    }

    /** Books with every port in memory; nobody hears of events, everybody may do everything, there are no rates yet. */
    public static BooksBuilder inMemory(InstantSource clock) {
        MemoryUnitOfWork work = new MemoryUnitOfWork();
        return on(work, clock)
                .accounts(new MemoryAccountStore(work))
                .journal(new MemoryJournalStore(work))
                .reservations(new MemoryReservationLog(work))
                .periods(new MemoryPeriodLog(work))
                .openItems(new MemoryOpenItemLog(work))
                .numbers(new MemoryNumberSeries(work))
                .rates(new MemoryExchangeRates(work))
                .outbox(Outbox.none())
                .access(AccessPolicy.allowAll());
    }

    /** The chart. */
    public BooksBuilder accounts(AccountStore store) {
        accounts = store;
        return this;
    }

    /** The journal. */
    public BooksBuilder journal(JournalStore store) {
        journal = store;
        return this;
    }

    /** Two-phase entries. */
    public BooksBuilder reservations(ReservationLog log) {
        reservations = log;
        return this;
    }

    /** Locks. */
    public BooksBuilder periods(PeriodLog log) {
        periodLog = log;
        return this;
    }

    /** Open items. */
    public BooksBuilder openItems(OpenItemLog log) {
        openItems = log;
        return this;
    }

    /** Legal numbers. */
    public BooksBuilder numbers(NumberSeries series) {
        numbers = series;
        return this;
    }

    /** Exchange rates. */
    public BooksBuilder rates(ExchangeRates source) {
        rates = source;
        return this;
    }

    /** Where events go. */
    public BooksBuilder outbox(Outbox events) {
        outbox = events;
        return this;
    }

    /** Who may do what. */
    public BooksBuilder access(AccessPolicy who) {
        access = who;
        return this;
    }

    /** Balances that were restored from a checkpoint; otherwise they are built from the journal. */
    public BooksBuilder ledger(LedgerIndex balances) {
        index = balances;
        return this;
    }

    /** One more book. */
    public BooksBuilder book(Book book) {
        books.add(book);
        return this;
    }

    /** The main book, in this currency, with the calendar year as its fiscal year. */
    public BooksBuilder book(String currency) {
        FiscalCalendar years = FiscalCalendar.monthly(MonthDay.of(1, 1), YearNaming.START_YEAR);
        return book(new Book(BookId.MAIN, Amounts.currency(currency), years));
    }

    /** One more journal, besides {@link Journal#GENERAL}. */
    public BooksBuilder journal(Journal one) {
        journals.add(one);
        return this;
    }

    /** The choices of posting, when not the standard ones. */
    public BooksBuilder policy(PostingPolicy choices) {
        policy = choices;
        return this;
    }

    /** What happens to the matches of an entry that is reversed; the reversal is refused unless said otherwise. */
    public BooksBuilder matchedItems(MatchedItemsRule rule) {
        matchedItems = rule;
        return this;
    }

    /** What else follows the journal in the same unit of work, such as sealing. */
    public BooksBuilder listener(JournalListener listener) {
        listeners.add(listener);
        return this;
    }

    /** Inserts these accounts into the store that was given before. */
    public BooksBuilder chart(Chart chart) {
        AccountStore store = given(accounts, "accounts");
        unitOfWork.execute(() -> {
            chart.accounts().forEach(store::insert);
            return store;
        });
        return this;
    }

    /**
     * The books.
     *
     * @throws IllegalStateException when a port or the book is missing
     */
    public Books build() {
        return new Books(this);
    }

    private static <T> T given(@Nullable T port, String name) {
        if (port == null) {
            throw new IllegalStateException("Books need " + name + "; give them to the builder");
        }
        return port;
    }

    PostingPorts ports() {
        return new PostingPorts(
                unitOfWork,
                given(accounts, "accounts"),
                given(journal, "a journal"),
                given(reservations, "reservations"),
                given(numbers, "numbers"),
                periods(),
                given(outbox, "an outbox"),
                given(access, "access"),
                clock,
                index);
    }

    PeriodService periods() {
        if (periods == null) {
            periods = new PeriodService(
                    given(periodLog, "periods"), given(journal, "a journal"), unitOfWork, given(access, "access"), clock);
        }
        return periods;
    }

    MatchingService matching(EntryPoster poster) {
        return new MatchingService(
                openItems(),
                given(journal, "a journal"),
                poster,
                given(rates, "rates"),
                unitOfWork,
                clock,
                given(access, "access"));
    }

    PostingSetup setup(JournalListener items, ReversalCheck check) {
        MutableList<JournalListener> all = Lists.mutable.of(items).withAll(listeners);
        return new PostingSetup(
                books.toImmutable(), journals.toImmutable(), policy, all.toImmutable(), Lists.immutable.of(check));
    }

    OpenItemLog openItems() {
        return given(openItems, "open items");
    }

    MatchedItemsRule matchedItems() {
        return matchedItems;
    }

    Book main() {
        return given(books.getFirst(), "a book");
    }
}
