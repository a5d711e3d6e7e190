package dev.erpkit.accounting;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.chart.ChartService;
import dev.erpkit.accounting.close.CloseChecks;
import dev.erpkit.accounting.close.ClosePosting;
import dev.erpkit.accounting.close.YearEnd;
import dev.erpkit.accounting.currency.RevaluationService;
import dev.erpkit.accounting.evidence.JournalSealing;
import dev.erpkit.accounting.evidence.Verification;
import dev.erpkit.accounting.evidence.Verifier;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.ledger.LedgerView;
import dev.erpkit.accounting.openitem.MatchedReversal;
import dev.erpkit.accounting.openitem.MatchingService;
import dev.erpkit.accounting.openitem.OpenItemRecorder;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.accounting.posting.BatchOutcome;
import dev.erpkit.accounting.posting.ChartSource;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.posting.PostingPorts;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.accounting.posting.PostingSetup;
import dev.erpkit.accounting.posting.ReservationService;
import dev.erpkit.accounting.report.Reports;
import dev.erpkit.accounting.rule.EventPosting;
import dev.erpkit.accounting.rule.PostingRules;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.port.NotFoundException;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The books of one tenant: the services of this module joined over its storage. Safe for threads.
 *
 * <pre>{@code
 * Actor me = Actor.of("me");
 * Books books = Books.inMemory("JPY");
 * books.open(Account.of("1110", "Cash", AccountClass.ASSET));
 * books.open(Account.of("4000", "Sales", AccountClass.INCOME));
 * books.post(JournalEntry.builder()
 *                 .id("sale-1").date(LocalDate.of(2026, 4, 1))
 *                 .debit("1110", Amounts.of("1100", "JPY"))
 *                 .credit("4000", Amounts.of("1100", "JPY"))
 *                 .build(), me)
 *         .orElseThrow();
 * books.balance("1110", LocalDate.of(2026, 4, 30)); // JPY 1100
 * }</pre>
 */
public final class Books {
    private final BooksStores stores;
    private final BooksSetup setup;
    private final LedgerIndex index;
    private final PeriodService periods;
    private final JournalSealing sealing;
    private final PostingService posting;
    private final ReservationService reservations;
    private final MatchingService matching;
    private final MatchedReversal reversal;
    private final RevaluationService revaluation;
    private final YearEnd yearEnd;
    private final ChartService chartService;

    private Books(
            BooksStores stores,
            BooksSetup setup,
            LedgerIndex index,
            PeriodService periods,
            JournalSealing sealing,
            PostingService posting) {
        this.stores = stores;
        this.setup = setup;
        this.index = index;
        this.periods = periods;
        this.sealing = sealing;
        this.posting = posting;
        this.reservations = new ReservationService(posting);
        this.matching = new MatchingService(
                stores.openItems(),
                stores.journal(),
                posting,
                setup.rates(),
                periods,
                setup.policy().lockedDates(),
                stores.unitOfWork(),
                setup.clock(),
                setup.access());
        this.reversal =
                new MatchedReversal(stores.openItems(), stores.journal(), matching, posting, stores.unitOfWork());
        this.revaluation =
                new RevaluationService(stores.journal(), posting, setup.rates(), stores.unitOfWork(), periods::book);
        this.yearEnd = new YearEnd(
                periods,
                stores.journal(),
                this::chart,
                ClosePosting.through(posting.under(new PostingPolicy(
                        LockedDatePolicy.REFUSE, setup.policy().approval()))),
                stores.unitOfWork(),
                setup.access(),
                Lists.immutable.of(CloseChecks.openReservations(stores.reservations())));
        this.chartService = new ChartService(
                stores.accounts(), stores.journal(), stores.openItems(), stores.unitOfWork(), setup.access());
    }

    /** Books over the storage of a host. */
    public static Books over(BooksStores stores, BooksSetup setup) {
        LedgerIndex index = new LedgerIndex();
        PeriodService periods = new PeriodService(
                stores.periods(), stores.journal(), stores.unitOfWork(), setup.access(), setup.clock(), setup.books());
        JournalSealing sealing = new JournalSealing(stores.seals(), setup.salts());
        PostingPorts ports = new PostingPorts(
                stores.unitOfWork(),
                stores.accounts(),
                stores.journal(),
                stores.reservations(),
                stores.numbers(),
                periods,
                stores.outbox(),
                setup.access(),
                setup.clock(),
                index);
        OpenItemRecorder items =
                new OpenItemRecorder(stores.openItems(), stores.journal(), new ChartSource(stores.accounts())::chart);
        PostingService posting = new PostingService(
                ports,
                new PostingSetup(
                        setup.books(),
                        setup.journals(),
                        setup.policy(),
                        Lists.immutable.of(items, sealing),
                        setup.guards()));
        return new Books(stores, setup, index, periods, sealing, posting);
    }

    /**
     * The same books, where somebody else has approved all that is posted through them: entries, batches and reversals, and
     * what matching, revaluation, settling and closing post. With {@code ApprovalPolicy.FOUR_EYES} this is how they are
     * used: {@code books.approvedBy(chief).yearEnd().close(...)}.
     */
    public Books approvedBy(Actor approver) {
        return new Books(stores, setup, index, periods, sealing, posting.approvedBy(approver));
    }

    /** Empty books in memory, with one book in this base currency and calendar years. */
    public static Books inMemory(String baseCurrency) {
        return over(BooksStores.inMemory(), BooksSetup.of(baseCurrency));
    }

    /**
     * Opens an account as the owner's own act of setting up: nobody is asked. A user's command names its actor, see
     * {@link #open(Account, Actor)}; {@link #chartService} changes and closes accounts.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code chart.unknown-parent}, {@code chart.parent-class} or
     *     {@code chart.cycle}
     * @throws dev.erpkit.core.port.DuplicateKeyException when the code is taken
     */
    public void open(Account account) {
        stores.unitOfWork().execute(() -> {
            Chart grown = chart().with(account);
            stores.accounts().insert(account);
            return grown;
        });
    }

    /** Opens an account for an actor who needs {@code chart.change}: {@link ChartService#add}. */
    public Outcome<Account> open(Account account, Actor actor) {
        return chartService.add(account, actor);
    }

    /**
     * Opens every account of a chart that is not open yet, all or none, as the owner's own act of setting up: nobody is
     * asked. Accounts that are open with the same content stay as they are.
     *
     * @throws dev.erpkit.core.value.InvalidValueException {@code chart.duplicate} when one is open with other content; and as
     *     for one account
     */
    public void open(Chart accounts) {
        stores.unitOfWork().execute(() -> {
            Chart known = chart();
            Chart grown = known.withAll(accounts);
            accounts.accounts()
                    .reject(account -> known.find(account.id()).isPresent())
                    .forEach(account -> stores.accounts().insert(account));
            return grown;
        });
    }

    /** Opens accounts for an actor who needs {@code chart.change}: {@link ChartService#addAll}. */
    public Outcome<ImmutableList<Account>> open(Chart accounts, Actor actor) {
        return chartService.addAll(accounts.accounts(), actor);
    }

    /** The chart now. */
    public Chart chart() {
        return posting.chart();
    }

    /** Posts an entry; see {@link PostingService} for what is refused. */
    public Outcome<PostedEntry> post(JournalEntry entry, Actor actor) {
        return posting.post(entry, actor);
    }

    /** What posting an entry would give; changes nothing. */
    public Outcome<PostedEntry> preview(JournalEntry entry, Actor actor) {
        return posting.preview(entry, actor);
    }

    /** Posts a batch. */
    public BatchOutcome post(Batch batch, Actor actor) {
        return posting.postAll(batch, actor);
    }

    /** Reverses an entry on a day; refused with {@code openitem.matched} while its items are matched. */
    public Outcome<PostedEntry> reverse(EntryId original, EntryId newId, LocalDate date, Actor actor) {
        return posting.reverse(original, newId, date, actor);
    }

    /** The balance in the main book: {@link #balance(BookId, AccountId, LocalDate)}. */
    public MonetaryAmount balance(String account, LocalDate asOf) {
        return balance(BookId.MAIN, AccountId.of(account), asOf);
    }

    /**
     * The balance of an account in the base currency of a book at the end of a day, debit positive; of a heading, that of all
     * accounts below it.
     *
     * @throws NotFoundException when there is no such book or account
     */
    public MonetaryAmount balance(BookId book, AccountId account, LocalDate asOf) {
        CurrencyUnit base = base(book);
        LedgerIndex ledger = ledger();
        return Amounts.ofMinor(HeadingSum.of(chart(), account, each -> ledger.base(book, each, asOf)), base);
    }

    /**
     * The balance of an account in one currency at the end of a day, debit positive; of a heading, that of all accounts below
     * it.
     *
     * @throws NotFoundException when there is no such book or account
     */
    public MonetaryAmount balance(BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf) {
        base(book);
        LedgerIndex ledger = ledger();
        return Amounts.ofMinor(
                HeadingSum.of(chart(), account, each -> ledger.amount(book, each, currency, asOf)), currency);
    }

    private CurrencyUnit base(BookId book) {
        return setup.books()
                .detectOptional(b -> b.id().equals(book))
                .map(Book::base)
                .orElseThrow(() -> new NotFoundException("book " + book));
    }

    /** Balances, registers and reports read from here: all that is committed. */
    public LedgerIndex ledger() {
        posting.committed();
        return index;
    }

    /**
     * Balances of all that the running unit of work sees, what it has posted itself included; outside of one the same as
     * {@link #ledger()}. It stands still, and registers of single lines may be missing: see {@link LedgerIndex#restored}.
     */
    public LedgerView ledgerInWork() {
        return WorkLedger.of(ledger(), stores);
    }

    /** The storage under these books. */
    public BooksStores stores() {
        return stores;
    }

    /** What was decided about these books. */
    BooksSetup setup() {
        return setup;
    }

    /** Adding, changing and deactivating accounts, with refusals and permissions. */
    public ChartService chartService() {
        return chartService;
    }

    /** Where events of the business go: these rules, which are data, turn them into entries of the books. */
    public EventPosting events(PostingRules rules) {
        return events(() -> rules);
    }

    /** The same with rules that may change: asked for each event, in its unit of work. */
    public EventPosting events(Supplier<PostingRules> rules) {
        return events(rules, setup.rates());
    }

    EventPosting events(Supplier<PostingRules> rules, ExchangeRates rates) {
        return new EventPosting(posting, stores.journal(), stores.unitOfWork(), setup.books(), rates, rules);
    }

    /** The reports of the main book as it stands now. */
    public Reports reports() {
        return reports(BookId.MAIN);
    }

    /**
     * The reports of a book as it stands now.
     *
     * @throws NotFoundException when there is no such book
     */
    public Reports reports(BookId book) {
        return Reports.of(ledger(), chart(), book, base(book));
    }

    /** Posting with approvals and all its variants. */
    public PostingService posting() {
        return posting;
    }

    /** Two-phase entries. */
    public ReservationService reservations() {
        return reservations;
    }

    /** Locks and exceptions. */
    public PeriodService periods() {
        return periods;
    }

    /** Matching of open items. */
    public MatchingService matching() {
        return matching;
    }

    /** Reversal of entries whose items are matched. */
    public MatchedReversal matchedReversal() {
        return reversal;
    }

    /** Period-end revaluation of foreign balances. */
    public RevaluationService revaluation() {
        return revaluation;
    }

    /** Year-end close and reopening. */
    public YearEnd yearEnd() {
        return yearEnd;
    }

    /**
     * Erases the free texts of an entry for good; the chain stays sound. Needs {@code journal.erase-texts} with the book as
     * scope.
     *
     * @return the entry without its texts, or {@code access.denied}
     * @throws NotFoundException when there is no such entry
     */
    public Outcome<PostedEntry> eraseTexts(EntryId id, Actor actor) {
        return stores.unitOfWork().execute(() -> {
            Optional<Refusal> denial = PeriodService.denial(
                    setup.access(),
                    actor,
                    "journal.erase-texts",
                    entry(id).entry().book());
            if (denial.isPresent()) {
                return Outcome.refused(denial.get());
            }
            sealing.eraseTexts(id, stores.journal(), stores.unitOfWork());
            return Outcome.accepted(entry(id));
        });
    }

    private PostedEntry entry(EntryId id) {
        return stores.journal().find(id).orElseThrow(() -> new NotFoundException(id.value()));
    }

    /** The hash chain: checkpoints and inclusion proofs. */
    public JournalSealing sealing() {
        return sealing;
    }

    /** Verifies the hash chain against the journal and names the first position that does not fit. */
    public Verification verify() {
        return Verifier.verify(stores.journal(), stores.seals());
    }
}
