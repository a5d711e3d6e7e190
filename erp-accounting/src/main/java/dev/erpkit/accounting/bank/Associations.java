package dev.erpkit.accounting.bank;

import dev.erpkit.core.party.PartyId;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.primitive.ObjectIntMaps;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.primitive.MutableObjectIntMap;
import org.eclipse.collections.api.map.primitive.ObjectIntMap;

/** What was learned from confirmed matches: how often a key was a party's; a fold over associations. */
public final class Associations {
    private final MutableMap<String, MutableObjectIntMap<PartyId>> counts = Maps.mutable.empty();

    /** Nothing is learned yet. */
    public Associations() {}

    /** What these facts come to. */
    public static Associations of(Iterable<Association> facts) {
        Associations learned = new Associations();
        facts.forEach(learned::learn);
        return learned;
    }

    /** Learns one more. */
    public void learn(Association fact) {
        counts.getIfAbsentPut(fact.key(), ObjectIntMaps.mutable::empty).addToValue(fact.party(), 1);
    }

    /** How often a key was each party's. */
    public ObjectIntMap<PartyId> of(String key) {
        MutableObjectIntMap<PartyId> found = counts.get(key);
        return found == null ? ObjectIntMaps.immutable.empty() : found;
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }
}
