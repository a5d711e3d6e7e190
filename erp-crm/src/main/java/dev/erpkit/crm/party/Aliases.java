package dev.erpkit.crm.party;

import dev.erpkit.core.party.PartyId;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;
import org.eclipse.collections.api.set.MutableSet;

/** Which ids stand for which party: from every absorbed id to the one that it was merged into. */
public final class Aliases {
    private final ImmutableSortedMap<PartyId, PartyId> into;

    private Aliases(ImmutableSortedMap<PartyId, PartyId> into) {
        this.into = into;
    }

    /** No aliases. */
    public static Aliases none() {
        return new Aliases(SortedMaps.immutable.empty());
    }

    /** What all merges come to that were not taken back. */
    public static Aliases of(Iterable<? extends PartyChange> changes) {
        MutableSortedMap<PartyId, PartyId> into = SortedMaps.mutable.empty();
        for (PartyChange change : changes) {
            if (change instanceof PartyChange.Merged merged) {
                into.put(merged.absorbed(), merged.party());
            } else if (change instanceof PartyChange.Unmerged unmerged) {
                into.remove(unmerged.absorbed());
            }
        }
        return new Aliases(into.toImmutable());
    }

    /**
     * The party that an id stands for: itself unless it was absorbed.
     *
     * @return nothing when merges lead in a circle, which the service never lets happen but imported data may; whatever
     *     belongs to such an id stays with it
     */
    public Optional<PartyId> target(PartyId id) {
        MutableSet<PartyId> seen = Sets.mutable.of(id);
        PartyId current = id;
        for (PartyId next = into.get(id); next != null; next = into.get(current)) {
            if (!seen.add(next)) {
                return Optional.empty();
            }
            current = next;
        }
        return Optional.of(current);
    }

    /** The party that an id stands for, or the id itself where that cannot be told. */
    public PartyId resolve(PartyId id) {
        return target(id).orElse(id);
    }

    /** Whether an id was absorbed. */
    public boolean isAlias(PartyId id) {
        return into.containsKey(id);
    }

    /** The ids that stand for the same party as an id, itself among them, in their order. */
    public ImmutableList<PartyId> sameAs(PartyId id) {
        PartyId target = resolve(id);
        return Lists.immutable
                .with(id, target)
                .newWithAll(into.keysView().select(alias -> resolve(alias).equals(target)))
                .distinct()
                .toImmutableSortedList();
    }

    /** From each absorbed id to the one that it was merged into. */
    public ImmutableSortedMap<PartyId, PartyId> links() {
        return into;
    }
}
