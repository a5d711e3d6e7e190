package dev.erpkit.testkit.books;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.BooksSetup;
import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.close.YearEnd;
import dev.erpkit.accounting.currency.RevaluationService;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.Journal;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.ledger.LedgerIndex;
import dev.erpkit.accounting.openitem.MatchingService;
import dev.erpkit.accounting.period.PeriodService;
import dev.erpkit.accounting.posting.PostingPolicy;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.accounting.posting.ReservationService;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.testkit.contract.BooksHarness;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** The library's books over the ports of one harness, with a clock and salts that depend on nothing outside. */
public final class KitBooks {
    /** Who does everything unless somebody else is named. */
    public static final Actor CLERK = Actor.of("clerk");

    private final BooksHarness harness;
    private final Books books;

    private KitBooks(BooksHarness harness, Books books) {
        this.harness = harness;
        this.books = books;
    }

    /**
     * Books over a harness.
     *
     * @param books the books, all with the same journals
     * @param journals the journals besides the general one and the one for closing entries
     */
    public static KitBooks over(
            BooksHarness harness,
            ImmutableList<Book> books,
            ImmutableList<Journal> journals,
            PostingPolicy policy,
            KitClock clock) {
        return over(harness, harness.stores(), books, journals, policy, clock);
    }

    /** The same over stores that stand before those of the harness, such as stores with faults. */
    public static KitBooks over(
            BooksHarness harness,
            BooksStores stores,
            ImmutableList<Book> books,
            ImmutableList<Journal> journals,
            PostingPolicy policy,
            KitClock clock) {
        AtomicLong salts = new AtomicLong();
        return new KitBooks(
                harness,
                Books.over(
                        stores,
                        new BooksSetup(
                                books,
                                Lists.immutable
                                        .of(Journal.GENERAL, Journal.of("closing"))
                                        .newWithAll(journals),
                                policy,
                                harness.rates().bothWays(),
                                AccessPolicy.allowAll(),
                                clock,
                                () -> salt(salts.incrementAndGet()),
                                Lists.immutable.empty())));
    }

    private static byte[] salt(long number) {
        return ByteBuffer.allocate(32).putLong(number).array();
    }

    /** The library's facade. */
    public Books books() {
        return books;
    }

    /** The ports below. */
    public BooksHarness harness() {
        return harness;
    }

    /** The chart now. */
    public Chart chart() {
        return books.chart();
    }

    /** The ledger's balances, through the newest committed entry. */
    public LedgerIndex index() {
        return books.ledger();
    }

    /** Locks. */
    public PeriodService periods() {
        return books.periods();
    }

    /** Posting. */
    public PostingService posting() {
        return books.posting();
    }

    /** Two-phase entries. */
    public ReservationService reservations() {
        return books.reservations();
    }

    /** Matching of open items. */
    public MatchingService matching() {
        return books.matching();
    }

    /** Revaluation. */
    public RevaluationService revaluation() {
        return books.revaluation();
    }

    /** Year ends. */
    public YearEnd yearEnd() {
        return books.yearEnd();
    }

    /** The whole journal, in the order of positions. */
    public ImmutableList<PostedEntry> journal() {
        return Journals.of(harness.journal());
    }
}
