package dev.erpkit.inventory.valuation;

import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;

/** The engine of the valuation from its columns on, which nobody sees from outside: what it costs without the value types. */
public final class PackedMoves {
    private final Facts facts;
    private final MoveColumns columns;
    private final ValuationPolicy policy;

    /** Packs facts. */
    public PackedMoves(ImmutableList<StockEvent> events, ItemTerms item, ValuationPolicy policy) {
        this.policy = policy;
        this.facts = new Facts(events, Maps.immutable.of(item.item(), item), policy);
        this.columns = facts.columns().orElseThrow();
    }

    /** Walks through all of them; gives what is left in the first pool. */
    public long value() {
        return new ColumnFold(facts, columns, policy, columns.values, null)
                .run(0, facts.order().length)
                .pool(0)
                .map(Lane::value)
                .orElse(0L);
    }
}
