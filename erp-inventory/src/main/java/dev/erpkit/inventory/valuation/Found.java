package dev.erpkit.inventory.valuation;

import java.time.LocalDateTime;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** What a valuation has found: as objects, or as columns of which objects are made when somebody asks. */
interface Found {
    ImmutableList<Balance> history();

    ImmutableSortedMap<Goods, Balance> balances();

    ImmutableSortedMap<Goods, Balance> asOf(LocalDateTime time);

    ImmutableList<Layer> layers(Goods pool);

    ImmutableSortedMap<Long, Long> costs();

    ImmutableSortedMap<Long, Long> inbound();

    ImmutableSortedMap<Long, Long> variances();

    ImmutableSortedMap<Long, Long> revaluations();

    ImmutableList<CostEdge> edges();

    ImmutableList<TrueUp> trueUps();

    CostTracer tracer();

    /**
     * What came from outside or was put on goods, what is a variance, and what was taken for granted: all without sign.
     *
     * @throws ArithmeticException when no long holds it
     */
    long volume();

    /** By how much one event of several items changed the stock of each; empty for any other. */
    ImmutableSortedMap<String, Long> byItem(long event);

    /** What one event that took goods out cost; 0 for any other. */
    long cost(long event);

    /** What one event that brought goods in was worth; 0 for any other. */
    long worth(long event);
}
