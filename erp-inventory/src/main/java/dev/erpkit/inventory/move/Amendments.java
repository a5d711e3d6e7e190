package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.StockEvent;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;

/** Which facts hold and what quantity they have after all corrections. */
final class Amendments {
    private final MutableSet<Long> cancelled = Sets.mutable.empty();
    private final MutableMap<Long, Rational> quantities = Maps.mutable.empty();

    private Amendments() {}

    static Amendments of(ImmutableList<? extends StockFact> facts) {
        Amendments amendments = new Amendments();
        ImmutableList<StockEvent> notes = facts.selectInstancesOf(Noted.class)
                .collect(noted -> (StockEvent) noted.event())
                .toSortedListBy(StockEvent::number)
                .toImmutable();
        // the last word counts, so it is heard first: a cancelled cancellation cancels nothing
        notes.toReversed().forEach(event -> {
            if (event instanceof StockEvent.Cancel cancel && amendments.holds(cancel.number())) {
                amendments.cancelled.add(cancel.of());
            }
        });
        notes.forEach(event -> {
            if (event instanceof StockEvent.QuantityCorrection correction && amendments.holds(correction.number())) {
                amendments.quantities.put(correction.of(), correction.quantity());
            }
        });
        return amendments;
    }

    boolean holds(long number) {
        return !cancelled.contains(number);
    }

    Rational quantity(long number, Rational recorded) {
        return quantities.getOrDefault(number, recorded);
    }
}
