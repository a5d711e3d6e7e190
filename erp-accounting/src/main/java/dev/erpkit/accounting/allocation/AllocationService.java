package dev.erpkit.accounting.allocation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.Book;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.journal.EntryId;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.posting.EntryPoster;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.SourceDocument;
import dev.erpkit.core.security.Actor;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.set.MutableSet;

/** Runs cycles and posts what is new on the last day of the period. Who may post may allocate. */
public final class AllocationService {
    private final JournalStore journal;
    private final EntryPoster posting;
    private final UnitOfWork unitOfWork;
    private final Function<BookId, Outcome<Book>> books;

    /**
     * A service over a host's ports.
     *
     * @param posting posts in the same unit of work
     * @param books gives a book that is kept, or {@code book.unknown}
     */
    public AllocationService(
            JournalStore journal, EntryPoster posting, UnitOfWork unitOfWork, Function<BookId, Outcome<Book>> books) {
        this.journal = journal;
        this.posting = posting;
        this.unitOfWork = unitOfWork;
        this.books = books;
    }

    /** What a cycle comes to in a period now, with its trace; changes nothing. Refusals as {@link Allocation#plan}. */
    public Outcome<AllocationPlan> preview(AllocationCycle cycle, DateRange period) {
        return unitOfWork.execute(() -> plan(cycle, period, told(cycle, period)));
    }

    /**
     * Posts what a cycle comes to in a period less what it has posted there before: nothing when nothing has changed.
     *
     * @return the entry, empty when all is told; or a refusal of {@link Allocation#plan}, {@code book.unknown}, or what
     *     refuses an entry
     */
    public Outcome<Optional<PostedEntry>> run(AllocationCycle cycle, DateRange period, Actor actor) {
        try {
            return books.apply(cycle.book())
                    .then(book -> unitOfWork.execute(() -> {
                        ImmutableList<PostedEntry> told = told(cycle, period);
                        return plan(cycle, period, told)
                                .map(plan ->
                                        post(cycle, period, 1 + runs(told), delta(plan, told), book.base(), actor));
                    }));
        } catch (RefusedException e) {
            return Outcome.refused(e.refusal());
        }
    }

    private static ImmutableList<Movement> delta(AllocationPlan plan, ImmutableList<PostedEntry> told) {
        return Allocation.delta(
                plan, told.flatCollect(posted -> posted.entry().lines().collect(AllocationService::of)));
    }

    private static int runs(ImmutableList<PostedEntry> told) {
        return told.count(posted -> posted.entry().kind() != EntryKind.REVERSAL);
    }

    private static Movement of(JournalLine line) {
        return new Movement(line.account(), line.dimensions(), line.baseMinor());
    }

    private Outcome<AllocationPlan> plan(AllocationCycle cycle, DateRange period, ImmutableList<PostedEntry> told) {
        MutableSet<AccountId> accounts = Sets.mutable.empty();
        cycle.steps().forEach(step -> accounts.withAll(step.accounts()).withAll(step.driver()));
        MutableSet<EntryId> own = told.collect(PostedEntry::id).toSet();
        MutableList<Movement> moved = Lists.mutable.empty();
        for (AccountId account : accounts.toSortedList()) {
            journal.forEach(
                    JournalQuery.all()
                            .in(cycle.book())
                            .on(account)
                            .between(period.startInclusive(), period.endExclusive()),
                    posted -> {
                        if (!own.contains(posted.id()) && posted.entry().kind() != EntryKind.CLOSING) {
                            moved.addAllIterable(posted.entry()
                                    .lines()
                                    .select(line -> line.account().equals(account))
                                    .collect(AllocationService::of));
                        }
                    });
        }
        return Allocation.plan(cycle, moved.toImmutable());
    }

    /** The entries of earlier runs, and what has reversed them. */
    private ImmutableList<PostedEntry> told(AllocationCycle cycle, DateRange period) {
        MutableList<PostedEntry> found = Lists.mutable.empty();
        for (int run = 1; ; run++) {
            Optional<PostedEntry> entry = journal.find(id(cycle, period, run));
            if (entry.isEmpty()) {
                return found.toImmutable();
            }
            found.add(entry.get());
            journal.reversalOf(entry.get().id()).flatMap(journal::find).ifPresent(found::add);
        }
    }

    private static EntryId id(AllocationCycle cycle, DateRange period, int run) {
        return EntryId.of("allocation/" + cycle.id() + "/" + period + "/" + run);
    }

    private Optional<PostedEntry> post(
            AllocationCycle cycle,
            DateRange period,
            int run,
            ImmutableList<Movement> delta,
            CurrencyUnit base,
            Actor actor) {
        if (delta.isEmpty()) {
            return Optional.empty();
        }
        JournalEntry.Builder entry = JournalEntry.builder()
                .id(id(cycle, period, run))
                .book(cycle.book())
                .journal(cycle.journal())
                .date(period.lastDay())
                .source(SourceDocument.of("books", "allocation", cycle.id()));
        delta.forEach(each -> entry.add(JournalLine.builder()
                .account(each.account())
                .inBase(Amounts.ofMinor(each.minor(), base))
                .dimensions(each.dimensions())
                .build()));
        return Optional.of(posting.post(entry.build(), actor).orElseThrow());
    }
}
