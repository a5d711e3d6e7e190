package dev.erpkit.accounting.interchange;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** All transactions of a journal in columns, with what has to be checked in date order. */
final class LedgerColumns implements JournalHandler {
    /** A transaction with amounts that follow from balances; its postings come when its turn in date order comes. */
    record Waiting(int transaction, int source, RawTransaction raw) {}

    final Accounts accounts;
    final Commodities commodities;
    final Balancer balancer;
    final Pairs pairs = new Pairs();
    final PostingColumns postings = new PostingColumns();
    final IntColumn days = new IntColumn();
    final IntColumn starts = new IntColumn();
    final IntColumn stops = new IntColumn();
    final MutableList<Waiting> waiting = Lists.mutable.empty();

    /** Assertions on postings, in the order of the postings. */
    final BitSet asserted = new BitSet();

    final IntColumn assertionPostings = new IntColumn();
    final IntColumn assertionSources = new IntColumn();
    final IntColumn assertionLines = new IntColumn();
    final IntColumn assertionFlags = new IntColumn();
    final PostingColumns assertions = new PostingColumns();
    /** Days of postings that have their own; they matter to assertions only. */
    final Map<Integer, Integer> postingDays = new HashMap<>();

    final MutableList<AccountDeclaration> declarations = Lists.mutable.empty();
    final Descriptions descriptions;
    boolean inDateOrder = true;
    private int lastDay = Integer.MIN_VALUE;

    LedgerColumns(Accounts accounts, Commodities commodities, Balancer balancer, Descriptions descriptions) {
        this.accounts = accounts;
        this.commodities = commodities;
        this.balancer = balancer;
        this.descriptions = descriptions;
    }

    @Override
    public void transaction(RawTransaction t, int source) {
        if (!t.assigned) {
            balancer.balance(t);
        }
        int number = days.size();
        days.add(t.day);
        inDateOrder &= t.day >= lastDay;
        lastDay = t.day;
        descriptions.add(t.description);
        starts.add(postings.size());
        if (t.assigned) {
            waiting.add(new Waiting(number, source, t.copy()));
        } else {
            append(t);
            if (t.hasAssertions) {
                note(t, source);
            }
            if (t.hasPostingDates) {
                notePostingDays(t);
            }
        }
        stops.add(postings.size());
    }

    /** Appends the postings of a transaction. */
    void append(RawTransaction t) {
        AmountColumn a = t.amounts;
        for (int i = 0, n = t.size; i < n; i++) {
            postings.add(pairs.number(t.accounts[i], a.commodities[i]), a.mantissas[i], a.scales[i], a.big(i));
        }
    }

    private void note(RawTransaction t, int source) {
        int first = postings.size() - t.size;
        for (int i = 0; i < t.size; i++) {
            if (t.assertions.has(i)) {
                AmountColumn a = t.assertions;
                asserted.set(first + i);
                assertionPostings.add(first + i);
                assertionSources.add(source);
                assertionLines.add(t.lines[i]);
                assertionFlags.add(t.assertionFlags[i]);
                int pair = pairs.number(t.accounts[i], a.commodities[i]);
                assertions.add(pair, a.mantissas[i], a.scales[i], a.big(i));
            }
        }
    }

    private void notePostingDays(RawTransaction t) {
        int first = postings.size() - t.size;
        for (int i = 0; i < t.size; i++) {
            if (t.days[i] != RawTransaction.NO_DAY) {
                postingDays.put(first + i, t.days[i]);
            }
        }
    }

    @Override
    public void item(JournalItem item) {
        if (item instanceof AccountDeclaration declaration) {
            declarations.add(declaration);
        }
    }
}
