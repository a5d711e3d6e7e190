package dev.erpkit.inventory.valuation;

import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** What a replay has found. */
final class Walked implements Found {
    private final Replay replay;
    private final Effects effects;
    private final ImmutableList<Balance> history;
    private final ImmutableSortedMap<Goods, Balance> balances;
    private final ImmutableSortedMap<Long, Long> costs;
    private final ImmutableSortedMap<Long, Long> inbound;
    private final ImmutableSortedMap<Long, Long> variances;
    private final ImmutableSortedMap<Long, Long> revaluations;
    private final ImmutableList<CostEdge> edges;
    private final ImmutableList<TrueUp> trueUps;

    Walked(Replay replay) {
        this.replay = replay;
        this.effects = replay.effects();
        this.history = effects.balances.toImmutable();
        this.balances = latest(history);
        this.costs = SortedMaps.immutable.ofSortedMap(effects.costs);
        this.inbound = SortedMaps.immutable.ofSortedMap(effects.inbound);
        this.variances = SortedMaps.immutable.ofSortedMap(effects.variances);
        this.revaluations = SortedMaps.immutable.ofSortedMap(effects.revaluations);
        this.edges = effects.edges.toImmutable();
        this.trueUps = effects.trueUps.toImmutable();
    }

    @Override
    public ImmutableList<Balance> history() {
        return history;
    }

    @Override
    public ImmutableSortedMap<Goods, Balance> balances() {
        return balances;
    }

    @Override
    public ImmutableSortedMap<Goods, Balance> asOf(LocalDateTime time) {
        return latest(history.select(balance -> !balance.at().isAfter(time)));
    }

    private static ImmutableSortedMap<Goods, Balance> latest(Iterable<Balance> history) {
        SortedMap<Goods, Balance> latest = new TreeMap<>();
        history.forEach(balance -> latest.put(balance.pool(), balance));
        return SortedMaps.immutable.ofSortedMap(latest);
    }

    @Override
    public ImmutableList<Layer> layers(Goods pool) {
        Pool found = replay.pools().get(pool);
        return found == null ? Lists.immutable.empty() : found.layers();
    }

    @Override
    public ImmutableSortedMap<Long, Long> costs() {
        return costs;
    }

    @Override
    public ImmutableSortedMap<Long, Long> inbound() {
        return inbound;
    }

    @Override
    public ImmutableSortedMap<Long, Long> variances() {
        return variances;
    }

    @Override
    public ImmutableSortedMap<Long, Long> revaluations() {
        return revaluations;
    }

    @Override
    public ImmutableList<CostEdge> edges() {
        return edges;
    }

    @Override
    public ImmutableList<TrueUp> trueUps() {
        return trueUps;
    }

    @Override
    public CostTracer tracer() {
        return new CostTracer(replay.facts(), effects, replay.atStandard());
    }

    @Override
    public long volume() {
        return effects.volume();
    }

    @Override
    public ImmutableSortedMap<String, Long> byItem(long event) {
        return effects.byItem.containsKey(event)
                ? SortedMaps.immutable.ofSortedMap(effects.byItem.get(event))
                : SortedMaps.immutable.empty();
    }

    @Override
    public long cost(long event) {
        return effects.costs.getOrDefault(event, 0L);
    }

    @Override
    public long worth(long event) {
        return effects.inbound.getOrDefault(event, 0L);
    }
}
