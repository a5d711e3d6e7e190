package dev.erpkit.testkit.books;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.close.ClosePosting;
import dev.erpkit.accounting.close.YearEnd;
import dev.erpkit.accounting.currency.RevaluationService;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.openitem.MatchingService;
import dev.erpkit.accounting.openitem.OpenItemRecorder;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.posting.ChartSource;
import dev.erpkit.accounting.posting.JournalListener;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.posting.PostingPorts;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.accounting.posting.PostingSetup;
import dev.erpkit.accounting.posting.ReservationService;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.contract.BooksHarness;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** All services of the books over the ports of one harness, as a host would wire them. */
public final class KitBooks {
    /** Who does everything unless somebody else is named. */
    public static final Actor CLERK = Actor.of("clerk");

    private final BooksHarness harness;
    private final ChartSource chart;
    private final LedgerIndex index = new LedgerIndex();
    private final PeriodService periods;
    private final PostingService posting;
    private final ReservationService reservations;
    private final MatchingService matching;
    private final RevaluationService revaluation;
    private final YearEnd yearEnd;

    /**
     * Books over a harness.
     *
     * @param books the books, all with the same journals
     * @param journals the journals besides the general one and the one for closing entries
     * @param listeners what follows the journal besides the recorder of open items
     */
    public KitBooks(
            BooksHarness harness,
            ImmutableList<Book> books,
            ImmutableList<Journal> journals,
            PostingPolicy policy,
            KitClock clock,
            ImmutableList<JournalListener> listeners) {
        this.harness = harness;
        this.chart = new ChartSource(harness.accounts());
        AccessPolicy access = AccessPolicy.allowAll();
        this.periods =
                new PeriodService(harness.periods(), harness.journal(), harness.unitOfWork(), access, clock);
        OpenItemRecorder recorder = new OpenItemRecorder(harness.openItems(), harness.journal(), chart::chart);
        PostingPorts ports = new PostingPorts(
                harness.unitOfWork(),
                harness.accounts(),
                harness.journal(),
                harness.reservations(),
                harness.numberSeries(),
                periods,
                harness.outbox(),
                access,
                clock,
                index);
        ImmutableList<Journal> all =
                Lists.immutable.of(Journal.GENERAL, Journal.of("closing")).newWithAll(journals);
        this.posting = new PostingService(
                ports,
                new PostingSetup(
                        books, all, policy, Lists.immutable.<JournalListener>of(recorder::posted).newWithAll(listeners)));
        this.reservations = new ReservationService(posting);
        this.matching = new MatchingService(
                harness.openItems(),
                harness.journal(),
                posting::post,
                harness.rates().bothWays(),
                harness.unitOfWork(),
                clock,
                access);
        this.revaluation = new RevaluationService(
                harness.journal(), posting::post, harness.rates().bothWays(), harness.unitOfWork());
        this.yearEnd = new YearEnd(
                periods,
                harness.journal(),
                chart::chart,
                new Closing(posting),
                harness.unitOfWork(),
                access,
                Lists.immutable.empty());
    }

    private record Closing(PostingService posting) implements ClosePosting {
        @Override
        public Outcome<PostedEntry> post(JournalEntry entry, Actor actor) {
            return posting.post(entry, actor);
        }

        @Override
        public Outcome<PostedEntry> reverse(EntryId original, EntryId reversal, LocalDate date, Actor actor) {
            return posting.reverse(original, reversal, date, actor);
        }
    }

    /** Adds what is missing of a chart to the stored accounts. */
    public KitBooks open(Chart wanted) {
        for (Account account : wanted.accounts()) {
            if (harness.accounts().find(account.id()).isEmpty()) {
                harness.accounts().insert(account);
            }
        }
        return this;
    }

    /** The ports below. */
    public BooksHarness harness() {
        return harness;
    }

    /** The chart now. */
    public Chart chart() {
        return chart.chart();
    }

    /** The ledger's balances, through the newest committed entry. */
    public LedgerIndex index() {
        index.catchUp(harness.journal());
        return index;
    }

    /** Locks. */
    public PeriodService periods() {
        return periods;
    }

    /** Posting. */
    public PostingService posting() {
        return posting;
    }

    /** Two-phase entries. */
    public ReservationService reservations() {
        return reservations;
    }

    /** Matching of open items. */
    public MatchingService matching() {
        return matching;
    }

    /** Revaluation. */
    public RevaluationService revaluation() {
        return revaluation;
    }

    /** Year ends. */
    public YearEnd yearEnd() {
        return yearEnd;
    }

    /** The whole journal, in the order of positions. */
    public ImmutableList<PostedEntry> journal() {
        return Journals.of(harness.journal());
    }
}
