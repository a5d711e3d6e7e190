package dev.erpkit.accounting.recurring;

import dev.erpkit.accounting.recurring.RecurringChange.Added;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** All templates of a tenant: a fold of their facts that does not change once made. */
final class Recurrings {
    static final Recurrings EMPTY = new Recurrings(0, Maps.mutable.empty());

    private final long size;
    private final MutableMap<RecurringId, RecurringState> states;

    private Recurrings(long size, MutableMap<RecurringId, RecurringState> states) {
        this.size = size;
        this.states = states;
    }

    Recurrings with(Iterable<RecurringFact> facts) {
        MutableMap<RecurringId, RecurringState> grown = Maps.mutable.ofMap(states);
        long number = size;
        for (RecurringFact fact : facts) {
            number = fact.number();
            RecurringState state = grown.get(fact.template());
            grown.put(
                    fact.template(),
                    state == null ? RecurringState.of(((Added) fact.change()).template()) : state.with(fact.change()));
        }
        return new Recurrings(number, grown);
    }

    long size() {
        return size;
    }

    Optional<RecurringState> find(RecurringId id) {
        return Optional.ofNullable(states.get(id));
    }

    ImmutableList<RecurringState> all() {
        return states.toSortedListBy(state -> state.template().id()).toImmutable();
    }
}
