package dev.erpkit.accounting.interchange;

import dev.erpkit.accounting.interchange.port.SourceResolver;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;

/** All transactions of a journal in columns, with what has to be checked in date order. */
final class LedgerColumns implements JournalHandler {
    /** What is kept besides postings. */
    record LedgerParts(boolean descriptions, boolean prices) {}

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
    /** Costs of postings, in the order of the postings; the pair names the account and the commodity of the price. */
    final IntColumn costPostings = new IntColumn();

    final PostingColumns costs = new PostingColumns();
    final BitSet costTotals = new BitSet();
    /** Days of postings that have their own. */
    final Map<Integer, Integer> postingDays = new HashMap<>();

    final MutableList<AccountDeclaration> declarations = Lists.mutable.empty();
    final Descriptions descriptions;
    final MutableList<MarketPrice> prices = Lists.mutable.empty();
    private final boolean keepsPrices;
    boolean inDateOrder = true;
    private int lastDay = Integer.MIN_VALUE;

    private LedgerColumns(Accounts accounts, Commodities commodities, Balancer balancer, LedgerParts parts) {
        this.accounts = accounts;
        this.commodities = commodities;
        this.balancer = balancer;
        this.descriptions = new Descriptions(parts.descriptions());
        this.keepsPrices = parts.prices();
    }

    /** Reads a journal and all it includes; the figures hold when there are no problems. */
    static LedgerColumns read(
            SourceResolver sources, String name, JournalRules rules, LedgerParts parts, Problems problems) {
        Accounts accounts = new Accounts();
        Commodities commodities = new Commodities();
        AutoRules autoRules = new AutoRules(accounts);
        LedgerColumns columns =
                new LedgerColumns(accounts, commodities, new Balancer(commodities, autoRules, rules.strict()), parts);
        new JournalParser(
                        sources,
                        problems,
                        accounts,
                        commodities,
                        parts.descriptions(),
                        autoRules,
                        rules.yearOrNone(),
                        columns)
                .read(name);
        if (rules.strict()) {
            Declarations.check(accounts, commodities, problems);
        }
        if (problems.areNone()) {
            // With a transaction missing, later assertions would fail for no reason of their own.
            BalanceChecks.run(columns, problems);
        }
        return columns;
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
        if (t.hasCosts) {
            noteCosts(t);
        }
        for (int i = 0, n = t.size; i < n; i++) {
            postings.add(pairs.number(t.accounts[i], a.commodities[i]), a.mantissas[i], a.scales[i], a.big(i));
        }
    }

    private void noteCosts(RawTransaction t) {
        AmountColumn c = t.costs;
        for (int i = 0; i < t.size; i++) {
            if (c.has(i)) {
                costTotals.set(costPostings.size(), t.costTotal[i]);
                costPostings.add(postings.size() + i);
                costs.add(pairs.number(t.accounts[i], c.commodities[i]), c.mantissas[i], c.scales[i], c.big(i));
            }
        }
    }

    /** The cost of a posting. */
    Optional<PlainCost> cost(int posting) {
        int at = costPostings.indexOf(posting);
        return at < 0
                ? Optional.empty()
                : Optional.of(new PlainCost(
                        costTotals.get(at),
                        new PlainAmount(costs.value(at), commodities.name(pairs.commodity(costs.pair(at))))));
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

    boolean hasPostingDays(int start, int stop) {
        for (int p = start; p < stop; p++) {
            if (postingDays.containsKey(p)) {
                return true;
            }
        }
        return false;
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
        } else if (keepsPrices && item instanceof MarketPrice price) {
            prices.add(price);
        }
    }
}
