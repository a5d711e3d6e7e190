package dev.erpkit.crm.party;

import dev.erpkit.core.party.PartyId;
import java.time.Instant;
import java.util.Comparator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;

/**
 * What parties that are connected by merges have consented to. Statements count in the order of the time at which they were
 * made, merges at the time at which they were recorded. In a merge the strictest wins, so that a withdrawal never comes back;
 * only what the party says afterwards can lift it. A merge that was taken back counts as if it had never been, except that what
 * was withdrawn meanwhile is withdrawn for both: nobody knows who meant it.
 */
final class ConsentFold {
    private static final Comparator<Event> IN_ORDER =
            Comparator.comparing(Event::at).thenComparing(Event::strictness).thenComparingLong(Event::order);

    private record Event(Instant at, int strictness, long order, PartyChange change, boolean undone) {}

    /** As it happened, with merges that were taken back later. */
    private final MutableMap<PartyId, PartyId> real = Maps.mutable.empty();
    /** Without them. */
    private final MutableMap<PartyId, PartyId> kept = Maps.mutable.empty();

    private final MutableMap<PartyId, MutableMap<ConsentScope, ConsentStatement>> states = Maps.mutable.empty();

    private ConsentFold() {}

    static MutableMap<PartyId, MutableMap<ConsentScope, ConsentStatement>> of(
            ImmutableList<PartyRecord> records, Instant asOf) {
        ConsentFold fold = new ConsentFold();
        events(records).select(event -> !event.at().isAfter(asOf)).forEach(fold::apply);
        return fold.states;
    }

    private static ImmutableList<Event> events(ImmutableList<PartyRecord> records) {
        MutableList<Event> events = Lists.mutable.empty();
        MutableSet<Integer> undone = Sets.mutable.empty();
        MutableMap<PartyId, Integer> open = Maps.mutable.empty();
        int order = 0;
        for (PartyRecord fact : records) {
            for (PartyChange change : fact.changes()) {
                if (change instanceof PartyChange.Merged merged) {
                    open.put(merged.absorbed(), order);
                } else if (change instanceof PartyChange.Unmerged unmerged && open.containsKey(unmerged.absorbed())) {
                    undone.add(open.remove(unmerged.absorbed()));
                }
                events.add(event(fact, change, order++));
            }
        }
        return events.collect(
                        e -> new Event(e.at(), e.strictness(), e.order(), e.change(), undone.contains((int) e.order())))
                .sortThis(IN_ORDER)
                .toImmutable();
    }

    /** Of a grant and a withdrawal of one moment the withdrawal comes last, and so it counts. */
    private static Event event(PartyRecord fact, PartyChange change, int order) {
        if (change instanceof PartyChange.Consented consented) {
            boolean strict = consented.statement().state() == ConsentState.WITHDRAWN;
            return new Event(consented.statement().at(), strict ? 2 : 1, order, change, false);
        }
        return new Event(fact.recordedAt(), 0, order, change, false);
    }

    private void apply(Event event) {
        if (event.change() instanceof PartyChange.Consented consented) {
            say(consented);
        } else if (event.change() instanceof PartyChange.Merged merged) {
            real.put(merged.absorbed(), merged.party());
            if (!event.undone()) {
                PartyId survivor = root(kept, merged.party());
                kept.put(merged.absorbed(), merged.party());
                of(merged.absorbed()).forEachValue(statement -> strictest(survivor, statement));
            }
        } else if (event.change() instanceof PartyChange.Unmerged unmerged) {
            real.remove(unmerged.absorbed());
        }
    }

    private void say(PartyChange.Consented consented) {
        ConsentStatement statement = consented.statement();
        PartyId who = root(kept, consented.party());
        of(who).put(statement.scope(), statement);
        if (statement.state() == ConsentState.WITHDRAWN) {
            PartyId together = root(real, consented.party());
            real.keysView()
                    .toList()
                    .with(together)
                    .select(other -> root(real, other).equals(together))
                    .forEach(other -> of(root(kept, other)).put(statement.scope(), statement));
        }
    }

    private void strictest(PartyId survivor, ConsentStatement absorbed) {
        ConsentStatement own = of(survivor).get(absorbed.scope());
        boolean absorbedWins = own == null
                || (own.state() == absorbed.state()
                        ? absorbed.at().isAfter(own.at())
                        : absorbed.state() == ConsentState.WITHDRAWN);
        if (absorbedWins) {
            of(survivor).put(absorbed.scope(), absorbed);
        }
    }

    private MutableMap<ConsentScope, ConsentStatement> of(PartyId party) {
        return states.getIfAbsentPut(party, Maps.mutable::empty);
    }

    private static PartyId root(MutableMap<PartyId, PartyId> into, PartyId id) {
        PartyId current = id;
        // imported merges may lead in a circle: no more steps than there are links
        for (int i = 0; i < into.size() && into.containsKey(current); i++) {
            current = into.get(current);
        }
        return current;
    }
}
