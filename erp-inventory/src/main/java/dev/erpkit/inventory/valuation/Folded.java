package dev.erpkit.inventory.valuation;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What a walk along columns has found, and beside it what a replay has found of the items that the columns leave out. Objects
 * are made when they are asked for; a history by walking once more, and flows, of which traces are made, by a replay of all.
 */
final class Folded implements Found {
    private final Facts facts;
    private final ValuationPolicy policy;
    private final MoveColumns columns;
    private final ColumnFold fold;
    private final Optional<Walked> rest;
    private final Lazy<ImmutableList<Balance>> history = new Lazy<>(this::walkedAgain);
    private final Lazy<ImmutableSortedMap<Long, Long>> costs = new Lazy<>(this::allCosts);
    private final Lazy<ImmutableSortedMap<Long, Long>> inbound = new Lazy<>(this::allInbound);
    private final Lazy<Walked> replayed = new Lazy<>(this::replayed);

    Folded(Facts facts, ValuationPolicy policy, MoveColumns columns, ColumnFold fold, Optional<Walked> rest) {
        this.facts = facts;
        this.policy = policy;
        this.columns = columns;
        this.fold = fold;
        this.rest = rest;
    }

    private Walked replayed() {
        return Valuation.replayed(facts, policy);
    }

    @Override
    public ImmutableList<Balance> history() {
        return history.get();
    }

    private ImmutableList<Balance> walkedAgain() {
        MutableList<Balance> all = Lists.mutable.empty();
        ImmutableList<Balance> others = rest.map(Walked::history).orElseGet(Lists.immutable::empty);
        ColumnFold again = again((row, pool, lane) -> all.add(balance(row, pool, lane)));
        int next = 0;
        int[] order = facts.order();
        for (int place = 0; place < order.length; place++) {
            again.run(place, place + 1);
            long number = facts.get(order[place]).number();
            while (next < others.size() && others.get(next).event() == number) {
                all.add(others.get(next++));
            }
        }
        return all.toImmutable();
    }

    private ColumnFold again(ColumnFold.Watcher watcher) {
        return new ColumnFold(facts, columns, policy, columns.values.clone(), watcher);
    }

    private Balance balance(int row, Goods pool, Lane lane) {
        StockEvent event = facts.get(row);
        return new Balance(event.number(), facts.effective(event), pool, lane.quantity(), lane.value());
    }

    @Override
    public ImmutableSortedMap<Goods, Balance> balances() {
        return balances(fold, rest.map(Walked::balances));
    }

    @Override
    public ImmutableSortedMap<Goods, Balance> asOf(LocalDateTime time) {
        ColumnFold until = again((row, pool, lane) -> {}).run(0, facts.placeAfter(time));
        return balances(until, rest.map(walked -> walked.asOf(time)));
    }

    private ImmutableSortedMap<Goods, Balance> balances(
            ColumnFold of, Optional<ImmutableSortedMap<Goods, Balance>> others) {
        TreeMap<Goods, Balance> balances = new TreeMap<>();
        others.ifPresent(found -> found.forEachKeyValue(balances::put));
        for (int number = 0; number < columns.pools().size(); number++) {
            Goods pool = columns.pools().goods(number);
            if (!columns.pools().isOdd(number)) {
                of.pool(number).ifPresent(lane -> balances.put(pool, balance(lane.row, pool, lane)));
            }
        }
        return SortedMaps.immutable.ofSortedMap(balances);
    }

    @Override
    public ImmutableList<Layer> layers(Goods pool) {
        int number = columns.pools().number(pool);
        return number < 0 || columns.pools().isOdd(number)
                ? rest.map(walked -> walked.layers(pool)).orElseGet(Lists.immutable::empty)
                : fold.pool(number).map(lane -> lane.layers(facts)).orElseGet(Lists.immutable::empty);
    }

    private boolean tells(int row) {
        return columns.kinds[row] != MoveColumns.NONE
                && !columns.pools().isOdd(columns.at[row])
                && !facts.isCancelled(facts.get(row).number());
    }

    private boolean isOut(int row) {
        return columns.kinds[row] == MoveColumns.OUT || columns.kinds[row] == MoveColumns.ACROSS;
    }

    private boolean isIn(int row) {
        return columns.kinds[row] != MoveColumns.OUT;
    }

    @Override
    public ImmutableSortedMap<Long, Long> costs() {
        return costs.get();
    }

    private ImmutableSortedMap<Long, Long> allCosts() {
        return all(rest.map(Walked::costs), this::isOut);
    }

    @Override
    public ImmutableSortedMap<Long, Long> inbound() {
        return inbound.get();
    }

    private ImmutableSortedMap<Long, Long> allInbound() {
        return all(rest.map(Walked::inbound), this::isIn);
    }

    private ImmutableSortedMap<Long, Long> all(Optional<ImmutableSortedMap<Long, Long>> others, IntPredicate counts) {
        TreeMap<Long, Long> all = new TreeMap<>();
        others.ifPresent(found -> found.forEachKeyValue(all::put));
        for (int row = 0; row < facts.size(); row++) {
            if (tells(row) && counts.test(row)) {
                all.put(facts.get(row).number(), columns.values[row]);
            }
        }
        return SortedMaps.immutable.ofSortedMap(all);
    }

    @Override
    public ImmutableSortedMap<Long, Long> variances() {
        return rest.map(Walked::variances).orElseGet(SortedMaps.immutable::empty);
    }

    @Override
    public ImmutableSortedMap<Long, Long> revaluations() {
        return rest.map(Walked::revaluations).orElseGet(SortedMaps.immutable::empty);
    }

    @Override
    public ImmutableList<CostEdge> edges() {
        return replayed.get().edges();
    }

    @Override
    public ImmutableList<TrueUp> trueUps() {
        return replayed.get().trueUps();
    }

    @Override
    public CostTracer tracer() {
        return replayed.get().tracer();
    }

    @Override
    public long volume() {
        long volume = rest.map(Walked::volume).orElse(0L);
        for (int row : facts.order()) {
            boolean in = columns.kinds[row] == MoveColumns.IN || columns.kinds[row] == MoveColumns.IN_AT_CURRENT;
            if (in && !columns.pools().isOdd(columns.at[row])) {
                volume = Math.addExact(volume, Math.absExact(columns.values[row]));
            }
        }
        for (int pool = 0; pool < columns.pools().size(); pool++) {
            long guessed = columns.pools().isOdd(pool)
                    ? 0
                    : fold.pool(pool).map(Lane::guessed).orElse(0L);
            volume = Math.addExact(volume, guessed);
        }
        return volume;
    }

    @Override
    public ImmutableSortedMap<String, Long> byItem(long event) {
        return rest.map(walked -> walked.byItem(event)).orElseGet(SortedMaps.immutable::empty);
    }

    @Override
    public long cost(long event) {
        int row = facts.row(event);
        return row >= 0 && tells(row)
                ? isOut(row) ? columns.values[row] : 0
                : rest.map(walked -> walked.cost(event)).orElse(0L);
    }

    @Override
    public long worth(long event) {
        int row = facts.row(event);
        return row >= 0 && tells(row)
                ? isIn(row) ? columns.values[row] : 0
                : rest.map(walked -> walked.worth(event)).orElse(0L);
    }
}
