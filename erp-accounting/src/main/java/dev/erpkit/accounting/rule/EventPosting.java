package dev.erpkit.accounting.rule;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.accounting.posting.BatchOutcome;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.security.Actor;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Posts what an event comes to, in all books or in none.
 *
 * <p>An event that was recorded before gives the entries of then, also when rules, rates or books have changed since: what
 * is posted is posted. It is the same event when all but its narrative, which may have been erased, is the same: its digest
 * stands on the entries. Otherwise {@code entry.id-reused}.
 */
public final class EventPosting implements AccountingEvents {
    private static final RefusalCode REUSED = RefusalCode.of("entry.id-reused");

    private final PostingService posting;
    private final JournalStore journal;
    private final UnitOfWork unitOfWork;
    private final ImmutableList<Book> books;
    private final ExchangeRates rates;
    private final Supplier<PostingRules> rules;

    /**
     * Events into the books of a posting service.
     *
     * @param books the books that are kept
     * @param rates exchange rates for amounts in other currencies
     * @param rules gives the rules of now; asked inside the unit of work
     */
    public EventPosting(
            PostingService posting,
            JournalStore journal,
            UnitOfWork unitOfWork,
            ImmutableList<Book> books,
            ExchangeRates rates,
            Supplier<PostingRules> rules) {
        this.posting = posting;
        this.journal = journal;
        this.unitOfWork = unitOfWork;
        this.books = books;
        this.rates = rates;
        this.rules = rules;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Besides {@code event.no-rule}: {@code rule.ambiguous}, {@code rate.missing}, and what posting refuses.
     */
    @Override
    public Outcome<ImmutableList<String>> record(AccountingEvent event, Actor actor) {
        Outcome<ImmutableList<String>> outcome = unitOfWork.execute(() -> {
            ImmutableList<PostedEntry> earlier = earlier(event);
            return earlier.isEmpty() ? post(event, actor) : replay(event, earlier);
        });
        posting.committed();
        return outcome;
    }

    /** The entries that recording would post: the same function without the posting. */
    public Outcome<ImmutableList<JournalEntry>> preview(AccountingEvent event) {
        return unitOfWork.execute(() -> rules.get().evaluate(event, books, rates));
    }

    private Outcome<ImmutableList<String>> post(AccountingEvent event, Actor actor) {
        return rules.get().evaluate(event, books, rates).then(entries -> {
            BatchOutcome posted = posting.postAll(Batch.atomic(entries), actor);
            Refusal refusal = posted.rootCauses().getFirst();
            return refusal != null
                    ? Outcome.refused(refusal)
                    : Outcome.accepted(entries.collect(entry -> entry.id().value()));
        });
    }

    private ImmutableList<PostedEntry> earlier(AccountingEvent event) {
        return books.collect(book -> journal.find(EntryId.of(event.key(), book.id())))
                .select(Optional::isPresent)
                .collect(Optional::get);
    }

    private static Outcome<ImmutableList<String>> replay(AccountingEvent event, ImmutableList<PostedEntry> earlier) {
        Optional<String> digest = Optional.of(EventDigest.of(event));
        return earlier.allSatisfy(posted -> posted.entry().eventDigest().equals(digest))
                ? Outcome.replayed(earlier.collect(posted -> posted.id().value()))
                : Outcome.refused(Refusal.of(
                                REUSED, "Event " + event.key() + " was recorded with other content; take another key")
                        .with("event", event.key()));
    }
}
