package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.posting.EntryPoster;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.security.Actor;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Revalues foreign balances and posts what is new in one unit of work. Who may post may revalue. */
public final class RevaluationService {
    /** The id names a revaluation of another book or day. */
    public static final RefusalCode ID_REUSED = RefusalCode.of("revaluation.id-reused");

    private final JournalStore journal;
    private final EntryPoster posting;
    private final ExchangeRates rates;
    private final UnitOfWork unitOfWork;

    /**
     * A service over a host's ports.
     *
     * @param posting posts in the same unit of work
     */
    public RevaluationService(JournalStore journal, EntryPoster posting, ExchangeRates rates, UnitOfWork unitOfWork) {
        this.journal = journal;
        this.posting = posting;
        this.rates = rates;
        this.unitOfWork = unitOfWork;
    }

    /** What a revaluation would come to now; changes nothing. */
    public Outcome<RevaluationPlan> preview(
            EntryId id, BookId book, LocalDate date, ImmutableList<Account> accounts, RevaluationPolicy policy) {
        ImmutableList<ForeignBalance> balances =
                accounts.flatCollect(account -> ForeignBalances.of(journal, book, account, date, Long.MAX_VALUE));
        return Revaluation.decide(id, book, date, balances, policy, rates);
    }

    /**
     * Revalues accounts as of the end of a day. The same id again gives the same entries again; another id on the same day
     * posts only what has changed since.
     *
     * @param accounts the monetary accounts of the book that hold foreign currency
     * @return the entries, none when all is told already; or {@code rate.missing}, {@code revaluation.id-reused}, or what
     *     refuses an entry, such as {@code period.locked}
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
                    return replay(id, book, date, earlier);
                }
                return preview(id, book, date, accounts, policy)
                        .map(plan -> plan.entries()
                                .collect(entry -> posting.post(entry, actor).orElseThrow()));
            });
        } catch (RefusedException refused) {
            return Outcome.refused(refused.refusal());
        }
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
            EntryId id, BookId book, LocalDate date, ImmutableList<PostedEntry> earlier) {
        PostedEntry first = earlier.getFirst();
        if (!first.entry().book().equals(book)
                || !first.entry().documentDate().orElse(first.entry().date()).equals(date)) {
            return Outcome.refused(Refusal.of(
                            ID_REUSED, "The id " + id + " names a revaluation of another book or day; choose a new id")
                    .with("id", id));
        }
        return Outcome.replayed(earlier);
    }
}
