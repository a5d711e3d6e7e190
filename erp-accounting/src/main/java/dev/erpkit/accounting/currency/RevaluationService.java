package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountClass;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.posting.EntryPoster;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Revalues foreign balances and posts what is new in one unit of work. Who may post may revalue. */
public final class RevaluationService {
    /** The id names a revaluation of another book, day, accounts or policy. */
    public static final RefusalCode ID_REUSED = RefusalCode.of("revaluation.id-reused");

    /** An account holds no money or claims on money, so that its base stays at the rate of the day. */
    public static final RefusalCode NOT_MONETARY = RefusalCode.of("revaluation.not-monetary");

    /** The day is locked, and posting would move the entry to another day, to which the worth does not belong. */
    public static final RefusalCode DAY_LOCKED = RefusalCode.of("revaluation.day-locked");

    private final JournalStore journal;
    private final EntryPoster posting;
    private final ExchangeRates rates;
    private final UnitOfWork unitOfWork;
    private final Function<BookId, Outcome<Book>> books;

    /**
     * A service over a host's ports.
     *
     * @param posting posts in the same unit of work
     * @param books gives a book that is kept, or {@code book.unknown}
     */
    public RevaluationService(
            JournalStore journal,
            EntryPoster posting,
            ExchangeRates rates,
            UnitOfWork unitOfWork,
            Function<BookId, Outcome<Book>> books) {
        this.journal = journal;
        this.posting = posting;
        this.rates = rates;
        this.unitOfWork = unitOfWork;
        this.books = books;
    }

    /** What a revaluation would come to now; changes nothing. Refusals as {@link #revalue}, but for ids and posting. */
    public Outcome<RevaluationPlan> preview(
            EntryId id, BookId book, LocalDate date, ImmutableList<Account> accounts, RevaluationPolicy policy) {
        Account other = accounts.detect(account -> !monetary(account));
        return other != null
                ? Outcome.refused(notMonetary(other))
                : books.apply(book).then(known -> plan(id, book, date, accounts, policy));
    }

    private Outcome<RevaluationPlan> plan(
            EntryId id, BookId book, LocalDate date, ImmutableList<Account> accounts, RevaluationPolicy policy) {
        ImmutableList<ForeignBalance> balances = ForeignBalances.of(journal, book, accounts, date, Long.MAX_VALUE);
        return Revaluation.decide(id, book, date, balances, policy, rates)
                .map(plan -> plan.from(RevaluationSource.of(id, accounts, policy)));
    }

    private static Refusal notMonetary(Account other) {
        return Refusal.of(
                        NOT_MONETARY,
                        "Account " + other.id() + " is neither an asset nor a liability; revalue only accounts that"
                                + " hold foreign money or claims on it")
                .with("account", other.id());
    }

    /**
     * Revalues accounts as of the end of a day. The same id again gives the same entries again; another id on the same day
     * posts only what has changed since. A worth belongs to its day, so that a policy that moves entries from under a lock
     * moves none of these: they are refused.
     *
     * @param accounts the monetary accounts of the book that hold foreign currency: assets and liabilities
     * @return the entries, none when all is told already; or {@code book.unknown}, {@code rate.missing},
     *     {@code revaluation.id-reused}, {@code revaluation.not-monetary}, or what refuses an entry, such as
     *     {@code period.locked}, {@code revaluation.day-locked}
     */
    public Outcome<ImmutableList<PostedEntry>> revalue(
            EntryId id,
            BookId book,
            LocalDate date,
            ImmutableList<Account> accounts,
            RevaluationPolicy policy,
            Actor actor) {
        try {
            return unitOfWork.execute(() -> {
                ImmutableList<PostedEntry> earlier = earlier(id);
                if (earlier.notEmpty()) {
                    return replay(earlier, book, date, RevaluationSource.of(id, accounts, policy));
                }
                return preview(id, book, date, accounts, policy)
                        .map(plan -> plan.entries().collect(entry -> post(entry, actor)));
            });
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
    }

    private static boolean monetary(Account account) {
        return account.accountClass() == AccountClass.ASSET || account.accountClass() == AccountClass.LIABILITY;
    }

    private PostedEntry post(JournalEntry entry, Actor actor) {
        PostedEntry posted = posting.post(entry, actor).orElseThrow();
        LocalDate day = posted.entry().date();
        if (!day.equals(entry.date())) {
            throw new RefusedException(Refusal.of(
                            DAY_LOCKED,
                            entry.date() + " lies in a locked period, and a revaluation of that day does not belong on "
                                    + day + "; have the lock taken back or an exception granted")
                    .with("date", entry.date())
                    .with("firstOpenDay", day));
        }
        return posted;
    }

    private ImmutableList<PostedEntry> earlier(EntryId id) {
        MutableList<PostedEntry> found = Lists.mutable.empty();
        for (int part = 1; ; part++) {
            Optional<PostedEntry> entry = journal.find(EntryId.of(id + "/" + part));
            if (entry.isEmpty()) {
                return found.toImmutable();
            }
            found.add(entry.get());
            journal.find(EntryId.of(id + "/" + part + "/reversed")).ifPresent(found::add);
        }
    }

    private static Outcome<ImmutableList<PostedEntry>> replay(
            ImmutableList<PostedEntry> earlier, BookId book, LocalDate date, SourceDocument source) {
        JournalEntry first = earlier.getFirst().entry();
        boolean same = first.book().equals(book)
                && first.date().equals(date)
                && first.source().equals(Optional.of(source));
        if (!same) {
            return Outcome.refused(Refusal.of(
                            ID_REUSED,
                            "The id " + source.id()
                                    + " names a revaluation of another book or day, or of other accounts or by another"
                                    + " policy; choose a new id")
                    .with("id", source.id()));
        }
        return Outcome.replayed(earlier);
    }
}
