package dev.erpkit.accounting.deferral;

import dev.erpkit.accounting.deferral.DeferralChange.Opened;
import dev.erpkit.core.posting.IdempotencyKey;
import java.util.Optional;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** All deferrals of a tenant: a fold of their facts. */
public final class Deferrals {
    private static final Deferrals EMPTY = new Deferrals(0, Maps.mutable.empty(), Maps.mutable.empty());

    private final long size;
    private final MutableMap<DeferralId, DeferralState> states;
    private final MutableMap<IdempotencyKey, DeferralFact> keys;

    private Deferrals(
            long size, MutableMap<DeferralId, DeferralState> states, MutableMap<IdempotencyKey, DeferralFact> keys) {
        this.size = size;
        this.states = states;
        this.keys = keys;
    }

    /** No deferral. */
    public static Deferrals empty() {
        return EMPTY;
    }

    /** What more facts make of it. */
    public Deferrals with(Iterable<DeferralFact> facts) {
        MutableMap<DeferralId, DeferralState> grown = Maps.mutable.ofMap(states);
        MutableMap<IdempotencyKey, DeferralFact> known = Maps.mutable.ofMap(keys);
        long number = size;
        for (DeferralFact fact : facts) {
            if (fact.number() != ++number) {
                throw new IllegalStateException("Deferral fact " + fact.number() + " does not follow " + (number - 1));
            }
            DeferralState state = grown.get(fact.deferral());
            grown.put(
                    fact.deferral(),
                    state == null ? DeferralState.of(((Opened) fact.change()).deferral()) : state.with(fact.change()));
            known.put(fact.key(), fact);
        }
        return new Deferrals(number, grown, known);
    }

    /** How many facts were folded. */
    public long size() {
        return size;
    }

    /** The state of a deferral. */
    public Optional<DeferralState> find(DeferralId id) {
        return Optional.ofNullable(states.get(id));
    }

    /** The fact that a command with this key gave. */
    Optional<DeferralFact> given(IdempotencyKey key) {
        return Optional.ofNullable(keys.get(key));
    }

    /** All states in the order of their ids. */
    public ImmutableList<DeferralState> all() {
        return states.toSortedListBy(state -> state.deferral().id()).toImmutable();
    }
}
