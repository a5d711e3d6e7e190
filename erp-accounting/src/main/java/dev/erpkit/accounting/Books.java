package dev.erpkit.accounting;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.close.CloseCheck;
import dev.erpkit.accounting.close.YearEnd;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.openitem.MatchingService;
import dev.erpkit.accounting.openitem.OpenItemRecorder;
import dev.erpkit.accounting.openitem.ReversalGuard;
import dev.erpkit.accounting.period.LockedDatePolicy;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.accounting.posting.BatchOutcome;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.posting.PostingPorts;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.accounting.posting.PostingSetup;
import dev.erpkit.accounting.posting.ReservationService;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.Actor;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The books of one tenant. Thin: it wires ports and services together and asks them; everything it does can be had from the
 * services themselves. Safe for threads.
 *
 * <pre>{@code
 * Chart chart = Chart.of(
 *     Account.of("1100", "Cash", AccountClass.ASSET),
 *     Account.of("4000", "Sales", AccountClass.INCOME));
 * Books books = Books.inMemory(chart, "JPY", InstantSource.system());
 *
 * books.post(JournalEntry.builder()
 *     .id("sale-1").date(LocalDate.of(2026, 4, 1))
 *     .debit("1100", Amounts.of("5000", "JPY"))
 *     .credit("4000", Amounts.of("5000", "JPY"))
 *     .build(), Actor.of("alice")).orElseThrow();
 *
 * books.balance("1100", LocalDate.of(2026, 4, 30));   // JPY 5000
 * }</pre>
 */
public final class Books {
    private final PostingPorts ports;
    private final Book main;
    private final PostingService posting;
    private final ReservationService reservations;
    private final PeriodService periods;
    private final MatchingService matching;

    Books(BooksBuilder builder) {
        this.ports = builder.ports();
        this.main = builder.main();
        this.periods = builder.periods();
        this.matching = builder.matching((entry, actor) -> posting().post(entry, actor));
        OpenItemRecorder recorder = new OpenItemRecorder(builder.openItems(), ports.journal(), this::chart);
        ReversalGuard guard = new ReversalGuard(builder.openItems(), matching, builder.matchedItems());
        this.posting = new PostingService(ports, builder.setup(recorder::posted, guard::check));
        this.reservations = new ReservationService(posting);
        posting.committed();
    }

    /**
     * Books kept in memory: one book in one currency, the calendar year as fiscal year, everybody may do everything.
     *
     * @param chart the accounts
     * @param currency the ISO code of the base currency
     * @param clock when entries are recorded
     */
    public static Books inMemory(Chart chart, String currency, InstantSource clock) {
        return BooksBuilder.inMemory(clock).book(currency).chart(chart).build();
    }

    /** Posts an entry; see {@link PostingService#post(JournalEntry, Actor)}. */
    public Outcome<PostedEntry> post(JournalEntry entry, Actor actor) {
        return posting.post(entry, actor);
    }

    /** Posts an entry that somebody else has approved. */
    public Outcome<PostedEntry> post(JournalEntry entry, Actor actor, Actor approver) {
        return posting.post(entry, actor, approver);
    }

    /** Decides as {@link #post(JournalEntry, Actor)} would, and writes nothing. */
    public Outcome<PostedEntry> preview(JournalEntry entry, Actor actor) {
        return posting.preview(entry, actor);
    }

    /** Posts a batch; see {@link PostingService#postAll(Batch, Actor)}. */
    public BatchOutcome postAll(Batch batch, Actor actor) {
        return posting.postAll(batch, actor);
    }

    /** Reverses an entry; see {@link PostingService#reverse(EntryId, EntryId, LocalDate, Actor)}. */
    public Outcome<PostedEntry> reverse(EntryId original, EntryId reversal, LocalDate date, Actor actor) {
        return posting.reverse(original, reversal, date, actor);
    }

    /** The entry with this id. */
    public Optional<PostedEntry> entry(EntryId id) {
        return ports.journal().find(id);
    }

    /** The balance of an account of the main book in base currency at the end of a day, debit positive. */
    public MonetaryAmount balance(String account, LocalDate asOf) {
        return Amounts.ofMinor(ledger().base(main.id(), AccountId.of(account), asOf), main.base());
    }

    /** The balance of an account in a transaction currency at the end of a day, debit positive. */
    public MonetaryAmount balance(BookId book, AccountId account, CurrencyUnit currency, LocalDate asOf) {
        return Amounts.ofMinor(ledger().amount(book, account, currency, asOf), currency);
    }

    /** All balances, up to what is committed. */
    public LedgerIndex ledger() {
        if (ports.index().position() < ports.journal().lastPosition()) {
            posting.committed();
        }
        return ports.index();
    }

    /** The accounts. */
    public Chart chart() {
        return posting.chart();
    }

    /** Posting with all that it can do. */
    public PostingService posting() {
        return posting;
    }

    /** Entries that are reserved first and settled later. */
    public ReservationService reservations() {
        return reservations;
    }

    /** Locks and their exceptions. */
    public PeriodService periods() {
        return periods;
    }

    /** Matching of open items. */
    public MatchingService matching() {
        return matching;
    }

    /** Closing and reopening of fiscal years; closing entries are never moved to another day. */
    public YearEnd yearEnd(ImmutableList<CloseCheck> checks) {
        PostingPolicy onItsDay =
                new PostingPolicy(LockedDatePolicy.REFUSE, posting.policy().approval());
        return new YearEnd(
                periods,
                ports.journal(),
                this::chart,
                posting.under(onItsDay),
                ports.unitOfWork(),
                ports.access(),
                checks);
    }

    /** The ports, for services that a host adds. */
    public PostingPorts ports() {
        return ports;
    }
}
