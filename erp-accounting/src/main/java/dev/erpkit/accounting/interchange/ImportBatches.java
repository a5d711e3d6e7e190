package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.Books;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.posting.Batch;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.security.Actor;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Posts entries by the hundred, opening the accounts they need first, and keeps count. */
final class ImportBatches {
    private static final int SIZE = 500;

    private record Place(int source, int line) {}

    private final Books books;
    private final ImportPolicy policy;
    private final Actor actor;
    private final EntryMaker maker;
    private final NewAccounts accounts;
    private final Problems problems;
    private final MutableList<JournalEntry> entries = Lists.mutable.ofInitialCapacity(SIZE);
    private final MutableList<Place> places = Lists.mutable.ofInitialCapacity(SIZE);
    private final MutableList<AccountId> opened = Lists.mutable.empty();
    private long posted;
    private long known;
    private long idle;

    ImportBatches(
            Books books, ImportPolicy policy, Actor actor, EntryMaker maker, NewAccounts accounts, Problems problems) {
        this.books = books;
        this.policy = policy;
        this.actor = actor;
        this.maker = maker;
        this.accounts = accounts;
        this.problems = problems;
    }

    void add(ResolvedTransaction t) {
        Optional<JournalEntry> entry = maker.make(t);
        if (entry.isEmpty()) {
            idle++;
            return;
        }
        boolean trades = entry.get().lines().anySatisfy(l -> l.account().equals(policy.trading()));
        accounts.note(t, trades);
        entries.add(entry.get());
        places.add(new Place(t.source(), t.line()));
        if (entries.size() == SIZE) {
            post();
        }
    }

    private void post() {
        open();
        ImmutableList<Outcome<PostedEntry>> outcomes =
                books.post(Batch.independent(entries), actor).outcomes();
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Accepted<PostedEntry> accepted) {
                posted += accepted.replayed() ? 0 : 1;
                known += accepted.replayed() ? 1 : 0;
            } else {
                Refusal refusal = outcomes.get(i).refusal().orElseThrow();
                problems.add(places.get(i).source(), places.get(i).line(), refusal.code(), refusal.message());
            }
        }
        entries.clear();
        places.clear();
    }

    private void open() {
        ImmutableList<Account> fresh = accounts.take();
        if (fresh.notEmpty()) {
            books.open(Chart.of(books.chart().accounts().newWithAll(fresh)));
            opened.addAllIterable(fresh.collect(Account::id));
        }
    }

    ImportReport finish() {
        post();
        return new ImportReport(posted, known, idle, opened.toImmutable(), problems.all());
    }
}
