package dev.erpkit.inventory.valuation;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a history is worth: balances of the pools, what each issue cost and where that comes from. Money is in minor units;
 * {@link #amount} makes an amount of it. Events are named by their numbers.
 *
 * <p>Nothing is lost: all that came in and all revaluations are the value in stock, the cost of what went out and the
 * variances.
 */
public final class ValuationLedger {
    private final CurrencyUnit currency;
    private final Facts facts;
    private final Found found;

    ValuationLedger(Facts facts, Found found, CurrencyUnit currency) {
        this.facts = facts;
        this.found = found;
        this.currency = currency;
    }

    /** The currency of all amounts. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** Minor units as an amount. */
    public MonetaryAmount amount(long minor) {
        return Amounts.ofMinor(minor, currency);
    }

    /**
     * All that ever came from outside or was put on goods, was a variance, or was taken for the cost of goods before they came,
     * without sign, in minor units: at most 2<sup>60</sup>, so that whatever is summed up of this ledger fits a long.
     */
    public long volume() {
        return found.volume();
    }

    /** The balance of each pool in the end. */
    public ImmutableSortedMap<Goods, Balance> balances() {
        return found.balances();
    }

    /** The balance of each pool at a time, that instant included, by what took effect until then: linear in that. */
    public ImmutableSortedMap<Goods, Balance> asOf(LocalDateTime time) {
        return found.asOf(time);
    }

    /** The balances after each event, in the order in which events take effect; made when first asked for. */
    public ImmutableList<Balance> history() {
        return found.history();
    }

    /** How much there is of an item in all pools. */
    public Rational quantity(String item) {
        return balances()
                .valuesView()
                .select(b -> b.pool().item().equals(item))
                .injectInto(Rational.ZERO, (sum, b) -> sum.add(b.quantity()));
    }

    /** What an item is worth in all pools, in minor units. */
    public long value(String item) {
        return sum(balances()
                .valuesView()
                .select(b -> b.pool().item().equals(item))
                .collect(Balance::value));
    }

    /** What all goods are worth, in minor units. */
    public long value() {
        return sum(balances().valuesView().collect(Balance::value));
    }

    private static long sum(Iterable<Long> minors) {
        long sum = 0;
        for (long minor : minors) {
            sum = Math.addExact(sum, minor);
        }
        return sum;
    }

    /** What went out cost: issues, returns to vendors, counted losses, transfers between pools, what productions consumed. */
    public ImmutableSortedMap<Long, Long> costs() {
        return found.costs();
    }

    /**
     * What came in was worth: receipts with what was restated into them, customer returns, counted surplus, transfers between
     * pools, what productions gave, and landed costs that take effect on their own day.
     */
    public ImmutableSortedMap<Long, Long> inbound() {
        return found.inbound();
    }

    /** What is neither in stock nor in the cost of an issue, dear positive. */
    public ImmutableSortedMap<Long, Long> variances() {
        return found.variances();
    }

    /** By how much revaluations, resets and changes of the standard changed the value. */
    public ImmutableSortedMap<Long, Long> revaluations() {
        return found.revaluations();
    }

    /**
     * Which issue took how much of which receipt. Where goods are not told apart, only for goods that were issued before they
     * came.
     */
    public ImmutableList<CostEdge> edges() {
        return found.edges();
    }

    /** The edges of one issue, what comes from one receipt in one line, in the order in which it was taken. */
    public ImmutableList<CostEdge> edgesOf(long issue) {
        Map<Long, CostEdge> merged = new LinkedHashMap<>();
        edges().select(edge -> edge.issue() == issue)
                .forEach(edge -> merged.merge(
                        edge.receipt(),
                        edge,
                        (a, b) -> new CostEdge(
                                issue,
                                a.receipt(),
                                a.quantity().add(b.quantity()),
                                Math.addExact(a.value(), b.value()))));
        return Lists.immutable.ofAll(merged.values());
    }

    /** What issues of goods that were not there cost more than first taken, once the goods came. */
    public ImmutableList<TrueUp> trueUps() {
        return found.trueUps();
    }

    /** What is left of each receipt in a pool, in the order in which it came; empty where goods are not told apart. */
    public ImmutableList<Layer> layers(Goods pool) {
        return found.layers(pool);
    }

    /**
     * What an event that took goods out cost, down to receipts, bills and landed costs, through transfers and productions,
     * exact to the minor unit. Where goods are not told apart an issue takes its proportion of all that lies in the pool. Each
     * call follows all facts from the first: linear.
     *
     * @return empty when the event took nothing out
     */
    public Optional<CostNode> explain(long event) {
        @Nullable Long cost = costs().get(event);
        return cost == null
                ? Optional.empty()
                : Optional.of(found.tracer().issue(event, facts.quantityOf(event), cost));
    }

    /** What the stock of a pool is made of, in the same way; empty for a pool that never was. */
    public Optional<CostNode> explain(Goods pool) {
        @Nullable Balance balance = balances().get(pool);
        return balance == null ? Optional.empty() : Optional.of(found.tracer().stock(balance));
    }

    /** When an event takes effect; empty when it does not hold or is none. */
    public Optional<LocalDateTime> effective(long event) {
        return facts.find(event).map(facts::effective);
    }

    /** Landed costs that were restated into receipts, by their numbers. */
    public ImmutableSortedMap<Long, Long> charges() {
        return SortedMaps.immutable.ofSortedMap(facts.charges());
    }

    /** The landed costs that were restated into a receipt, in minor units; part of its value in {@link #inbound}. */
    public long charged(long receipt) {
        return facts.landed(receipt);
    }

    /**
     * By how much an event that may be about several items changes the stock of each, in minor units: a production, a landed
     * cost. Empty for all others, which are about one.
     */
    public ImmutableSortedMap<String, Long> stockByItem(long event) {
        return facts.chargedItems().containsKey(event)
                ? SortedMaps.immutable.ofSortedMap(facts.chargedItems().get(event))
                : found.byItem(event);
    }

    /**
     * The cost of what went out in a time, less what customers brought back: issues that took effect from {@code from}
     * (inclusive) until {@code to} (exclusive), scrap and what a count found missing among them, for an issue says not what it
     * was for. Returns to vendors are left out.
     */
    public long costOfGoods(LocalDateTime from, LocalDateTime to) {
        long sum = 0;
        int[] order = facts.order();
        for (int place = facts.placeFrom(from); place < order.length; place++) {
            StockEvent event = facts.get(order[place]);
            if (!facts.effective(event).isBefore(to)) {
                break;
            }
            sum += event instanceof StockEvent.Issue ? found.cost(event.number()) : 0;
            sum -= event instanceof StockEvent.CustomerReturn ? found.worth(event.number()) : 0;
        }
        return sum;
    }
}
