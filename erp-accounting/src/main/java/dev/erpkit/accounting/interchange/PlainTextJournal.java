package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.port.SourceResolver;
import java.util.function.Consumer;

/**
 * Reads a plain-text journal as a stream of values, for hosts that import entries. Every transaction is checked to balance
 * before it is handed over. Balance assertions, and amounts that follow from them, need all balances in date order: see
 * {@link PlainTextLedger}. Transactions come as written, without what {@link AutoRule}s add to them; to post them to books see
 * {@link EntryImport}.
 */
public final class PlainTextJournal {
    private PlainTextJournal() {}

    /**
     * Reads a journal and all it includes.
     *
     * <p>Memory does not grow with the number of transactions. Items before the first problem have been handed over by the
     * time it is found, so a host collects in a unit of work that it gives up when the reading has problems.
     *
     * @param sources where texts come from
     * @param name the name of the journal there
     * @param rules how strictly to read
     * @param sink takes transactions as written, declarations and prices, in the order of the file
     */
    public static JournalReading read(
            SourceResolver sources, String name, JournalRules rules, Consumer<? super JournalItem> sink) {
        Problems problems = new Problems(rules.maxProblems());
        Accounts accounts = new Accounts();
        Commodities commodities = new Commodities();
        AutoRules autoRules = new AutoRules(accounts);
        Values values = new Values(accounts, commodities, new Balancer(commodities, autoRules, rules.strict()), sink);
        new JournalParser(sources, problems, accounts, commodities, true, autoRules, rules.yearOrNone(), values)
                .read(name);
        if (rules.strict()) {
            Declarations.check(accounts, commodities, problems);
        }
        return new JournalReading(values.transactions, values.postings, problems.all());
    }

    private static final class Values implements JournalHandler {
        private final TransactionMaker maker;
        private final Balancer balancer;
        private final Consumer<? super JournalItem> sink;
        private long transactions;
        private long postings;

        Values(Accounts accounts, Commodities commodities, Balancer balancer, Consumer<? super JournalItem> sink) {
            this.maker = new TransactionMaker(accounts, commodities);
            this.balancer = balancer;
            this.sink = sink;
        }

        @Override
        public void transaction(RawTransaction t, int source) {
            // Made first: balancing fills in amounts that are not written.
            PlainTransaction made = maker.make(t);
            if (!t.assigned) {
                balancer.balance(t);
            }
            transactions++;
            postings += made.postings().size();
            sink.accept(made);
        }

        @Override
        public void item(JournalItem item) {
            sink.accept(item);
        }
    }
}
