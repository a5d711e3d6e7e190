package dev.erpkit.accounting.rule;

import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.accounting.posting.BatchOutcome;
import dev.erpkit.accounting.posting.PostingService;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.RoleAmount;
import dev.erpkit.core.security.Actor;
import java.util.Optional;
import java.util.function.Supplier;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Posts what an event comes to, in all books or in none.
 *
 * <p>An event that was recorded before gives the entries of then, also when rules, rates or books have changed since: what
 * is posted is posted. It is the same event when dates and source are those that were posted, and the amounts with their parties,
 * in their order, gave the posted lines; otherwise {@code entry.id-reused}.
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
        return earlier.allSatisfy(posted -> cameFrom(posted.entry(), event))
                ? Outcome.replayed(earlier.collect(posted -> posted.id().value()))
                : Outcome.refused(Refusal.of(
                                REUSED, "Event " + event.key() + " was recorded with other content; take another key")
                        .with("event", event.key()));
    }

    private static boolean cameFrom(JournalEntry entry, AccountingEvent event) {
        boolean day = entry.date().equals(event.effectiveDate())
                || entry.documentDate().equals(Optional.of(event.effectiveDate()));
        return day
                && entry.source().equals(Optional.of(event.source()))
                && entry.lines().allSatisfy(line -> sameDue(line, event))
                && gave(event.amounts(), entry.lines());
    }

    /** Whether the amounts, in their order, gave these lines: each one at most one on either side. */
    private static boolean gave(ImmutableList<RoleAmount> amounts, ImmutableList<JournalLine> lines) {
        int next = 0;
        for (RoleAmount amount : amounts) {
            for (int side = 0; side < 2 && next < lines.size() && gave(amount, lines.get(next)); side++) {
                next++;
            }
        }
        return next == lines.size();
    }

    private static boolean gave(RoleAmount amount, JournalLine line) {
        return amount.party().equals(line.party()) && sameSize(amount.amount(), line.amount());
    }

    /** Only open items, which have a document, are due. */
    private static boolean sameDue(JournalLine line, AccountingEvent event) {
        return line.document().isEmpty() || line.dueDate().equals(event.dueDate());
    }

    private static boolean sameSize(MonetaryAmount a, MonetaryAmount b) {
        return a.getCurrency().equals(b.getCurrency()) && (a.isEqualTo(b) || a.isEqualTo(Amounts.negate(b)));
    }
}
