package dev.erpkit.inventory.valuation;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
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
    private final ImmutableList<Balance> history;
    private final ImmutableSortedMap<Goods, Balance> balances;
    private final ImmutableSortedMap<Goods, ImmutableList<Layer>> layers;
    private final ImmutableSortedMap<Long, Long> costs;
    private final ImmutableSortedMap<Long, Long> inbound;
    private final ImmutableSortedMap<Long, Long> variances;
    private final ImmutableSortedMap<Long, Long> revaluations;
    private final MutableMap<Long, ImmutableSortedMap<String, Long>> byItem = Maps.mutable.empty();
    private final ImmutableList<CostEdge> edges;
    private final ImmutableList<TrueUp> trueUps;
    private final Facts facts;
    private final Supplier<CostTracer> tracer;

    ValuationLedger(Replay replay, CurrencyUnit currency) {
        Effects effects = replay.effects();
        this.currency = currency;
        this.history = effects.balances.toImmutable();
        this.balances = latest(history);
        SortedMap<Goods, ImmutableList<Layer>> left = new TreeMap<>();
        replay.pools().forEach((goods, pool) -> left.put(goods, pool.layers()));
        this.layers = SortedMaps.immutable.ofSortedMap(left);
        this.costs = SortedMaps.immutable.ofSortedMap(effects.costs);
        this.inbound = SortedMaps.immutable.ofSortedMap(effects.inbound);
        this.variances = SortedMaps.immutable.ofSortedMap(effects.variances);
        this.revaluations = SortedMaps.immutable.ofSortedMap(effects.revaluations);
        this.edges = effects.edges.toImmutable();
        this.trueUps = effects.trueUps.toImmutable();
        this.facts = replay.facts();
        effects.byItem.forEach((event, items) -> byItem.put(event, SortedMaps.immutable.ofSortedMap(items)));
        facts.chargedItems().forEach((event, items) -> byItem.put(event, SortedMaps.immutable.ofSortedMap(items)));
        boolean standard = replay.atStandard();
        this.tracer = () -> new CostTracer(facts, effects, standard);
    }

    private static ImmutableSortedMap<Goods, Balance> latest(Iterable<Balance> history) {
        SortedMap<Goods, Balance> latest = new TreeMap<>();
        history.forEach(balance -> latest.put(balance.pool(), balance));
        return SortedMaps.immutable.ofSortedMap(latest);
    }

    /** The currency of all amounts. */
    public CurrencyUnit currency() {
        return currency;
    }

    /** Minor units as an amount. */
    public MonetaryAmount amount(long minor) {
        return Amounts.ofMinor(minor, currency);
    }

    /** The balance of each pool in the end. */
    public ImmutableSortedMap<Goods, Balance> balances() {
        return balances;
    }

    /** The balance of each pool at a time, that instant included, by what took effect until then. */
    public ImmutableSortedMap<Goods, Balance> asOf(LocalDateTime time) {
        return latest(history.select(balance -> !balance.at().isAfter(time)));
    }

    /** The balances after each event, in the order in which events take effect. */
    public ImmutableList<Balance> history() {
        return history;
    }

    /** How much there is of an item in all pools. */
    public Rational quantity(String item) {
        return balances.valuesView()
                .select(b -> b.pool().item().equals(item))
                .injectInto(Rational.ZERO, (sum, b) -> sum.add(b.quantity()));
    }

    /** What an item is worth in all pools, in minor units. */
    public long value(String item) {
        return sum(
                balances.valuesView().select(b -> b.pool().item().equals(item)).collect(Balance::value));
    }

    /** What all goods are worth, in minor units. */
    public long value() {
        return sum(balances.valuesView().collect(Balance::value));
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
        return costs;
    }

    /**
     * What came in was worth: receipts with what was restated into them, customer returns, counted surplus, transfers between
     * pools, what productions gave, and landed costs that take effect on their own day.
     */
    public ImmutableSortedMap<Long, Long> inbound() {
        return inbound;
    }

    /** What is neither in stock nor in the cost of an issue, dear positive. */
    public ImmutableSortedMap<Long, Long> variances() {
        return variances;
    }

    /** By how much revaluations, resets and changes of the standard changed the value. */
    public ImmutableSortedMap<Long, Long> revaluations() {
        return revaluations;
    }

    /**
     * Which issue took how much of which receipt. Where goods are not told apart, only for goods that were issued before they
     * came.
     */
    public ImmutableList<CostEdge> edges() {
        return edges;
    }

    /** The edges of one issue, what comes from one receipt in one line, in the order in which it was taken. */
    public ImmutableList<CostEdge> edgesOf(long issue) {
        Map<Long, CostEdge> merged = new LinkedHashMap<>();
        edges.select(edge -> edge.issue() == issue)
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
        return trueUps;
    }

    /** What is left of each receipt in a pool, in the order in which it came; empty where goods are not told apart. */
    public ImmutableList<Layer> layers(Goods pool) {
        return layers.getIfAbsentValue(pool, Lists.immutable.empty());
    }

    /**
     * What an event that took goods out cost, down to receipts, bills and landed costs, through transfers and productions,
     * exact to the minor unit. Where goods are not told apart an issue takes its proportion of all that lies in the pool. Each
     * call follows all facts from the first: linear.
     *
     * @return empty when the event took nothing out
     */
    public Optional<CostNode> explain(long event) {
        @Nullable Long cost = costs.get(event);
        return cost == null ? Optional.empty() : Optional.of(tracer.get().issue(event, facts.quantityOf(event), cost));
    }

    /** What the stock of a pool is made of, in the same way; empty for a pool that never was. */
    public Optional<CostNode> explain(Goods pool) {
        @Nullable Balance balance = balances.get(pool);
        return balance == null ? Optional.empty() : Optional.of(tracer.get().stock(balance));
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
        return byItem.getIfAbsentValue(event, SortedMaps.immutable.empty());
    }

    /**
     * The cost of what went out in a time, less what customers brought back: issues that took effect from {@code from}
     * (inclusive) until {@code to} (exclusive), counted losses and returns to vendors left out.
     */
    public long costOfGoods(LocalDateTime from, LocalDateTime to) {
        long sum = 0;
        for (StockEvent event : facts.inOrder()) {
            LocalDateTime at = facts.effective(event);
            if (!at.isBefore(from) && at.isBefore(to)) {
                long number = event.number();
                sum += event instanceof StockEvent.Issue ? costs.getIfAbsentValue(number, 0L) : 0;
                sum -= event instanceof StockEvent.CustomerReturn ? inbound.getIfAbsentValue(number, 0L) : 0;
            }
        }
        return sum;
    }
}
