package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.ResolvedTransaction.Posting;
import dev.erpkit.accounting.interchange.port.SourceResolver;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntObjectMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.primitive.MutableIntObjectMap;

/** A checked journal, read once more as a stream of transactions with all amounts found. */
final class ResolvedJournal {
    private final SourceResolver sources;
    private final String name;
    private final JournalRules rules;
    private final LedgerColumns ledger;
    private final MutableIntObjectMap<RawTransaction> settled = IntObjectMaps.mutable.empty();
    private final int[] earliestBelow;

    ResolvedJournal(SourceResolver sources, String name, JournalRules rules, LedgerColumns ledger) {
        this.sources = sources;
        this.name = name;
        this.rules = rules;
        this.ledger = ledger;
        ledger.waiting.each(w -> settled.put(w.transaction(), w.raw()));
        this.earliestBelow = new int[ledger.days.size() + 1];
        earliestBelow[ledger.days.size()] = Integer.MAX_VALUE;
        for (int t = ledger.days.size() - 1; t >= 0; t--) {
            earliestBelow[t] = Math.min(earliestBelow[t + 1], ledger.days.get(t));
        }
    }

    /** Reads the journal once; the sink may throw {@link Malformed}. */
    void read(Problems problems, Consumer<ResolvedTransaction> sink) {
        Accounts accounts = new Accounts();
        Commodities commodities = new Commodities();
        AutoRules autoRules = new AutoRules(accounts);
        Balancer balancer = new Balancer(commodities, autoRules, rules.strict());
        TransactionMaker maker = new TransactionMaker(accounts, commodities);
        int[] number = new int[1];
        JournalHandler handler = new JournalHandler() {
            @Override
            public void transaction(RawTransaction t, int source) {
                int n = number[0]++;
                if (n >= ledger.days.size() || ledger.days.get(n) != t.day) {
                    throw changed(t.line);
                }
                PlainTransaction written = maker.make(t);
                RawTransaction waited = settled.get(n);
                ImmutableList<Posting> postings;
                if (waited != null) {
                    postings = postings(written, waited, new TransactionMaker(ledger.accounts, ledger.commodities));
                } else {
                    balancer.balance(t);
                    postings = postings(written, t, maker);
                }
                boolean foretold = earliestBelow[n + 1] >= t.day;
                sink.accept(new ResolvedTransaction(written, postings, waited != null, foretold, source, t.line));
            }

            @Override
            public void item(JournalItem item) {
                // declarations and prices were taken when the journal was checked
            }
        };
        new JournalParser(sources, problems, accounts, commodities, true, autoRules, rules.yearOrNone(), handler)
                .read(name);
        if (problems.areNone() && number[0] != ledger.days.size()) {
            problems.add(problems.source(name), 0, changed(0));
        }
    }

    private static Malformed changed(int line) {
        return new Malformed(
                ImportCodes.CHANGED, line, "the text is not what it was when it was checked; import it from a file");
    }

    private static ImmutableList<Posting> postings(
            PlainTransaction written, RawTransaction full, TransactionMaker maker) {
        MutableList<Posting> postings = Lists.mutable.ofInitialCapacity(full.size);
        int writtenSize = written.postings().size();
        for (int i = 0; i < full.size; i++) {
            Optional<PlainPosting> source =
                    i < writtenSize ? Optional.of(written.postings().get(i)) : Optional.empty();
            postings.add(maker.resolved(full, i, source));
        }
        return postings.toImmutable();
    }
}
