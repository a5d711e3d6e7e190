package dev.erpkit.crm.party;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.party.PartyId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What the facts about some parties come to: a fold of records, pure. Give it the records of all parties that are connected by
 * merges; {@code PartyService} does.
 */
public final class PartyFacts {
    private static final Comparator<ConsentScope> SCOPES =
            Comparator.comparing(ConsentScope::channel).thenComparing(ConsentScope::purpose);

    private final ImmutableList<PartyRecord> records;
    private final ImmutableList<PartyChange> changes;
    private final Aliases aliases;

    private PartyFacts(ImmutableList<PartyRecord> records) {
        this.records = records;
        this.changes = records.flatCollect(PartyRecord::changes);
        this.aliases = Aliases.of(changes);
    }

    /** The fold of records, whatever their order. */
    public static PartyFacts of(Iterable<PartyRecord> records) {
        return new PartyFacts(Lists.immutable.withAll(records).toImmutableSortedListBy(PartyRecord::sequence));
    }

    /** Which ids stand for which party. */
    public Aliases aliases() {
        return aliases;
    }

    /** Whether a party has been registered. */
    public boolean isKnown(PartyId party) {
        return changes.anySatisfy(
                c -> c instanceof PartyChange.Registered && c.party().equals(party));
    }

    /** Whether what was personal about a party has been erased. */
    public boolean isErased(PartyId party) {
        return changes.anySatisfy(
                c -> c instanceof PartyChange.Erased && c.party().equals(party));
    }

    /** All that names one of the ids of a party, in the order of recording: a merge stands in the history of both. */
    public ImmutableList<PartyRecord> history(PartyId party) {
        ImmutableList<PartyId> ids = aliases.sameAs(party);
        return records.select(fact -> fact.parties().anySatisfy(ids::contains));
    }

    /** What the party behind an id has said last about each channel and purpose, as of a time. */
    public ImmutableSortedMap<ConsentScope, ConsentStatement> consents(PartyId party, Instant asOf) {
        return ConsentFold.of(records, asOf)
                .getIfAbsentValue(aliases.resolve(party), Maps.mutable.empty())
                .injectIntoKeyValue(
                        SortedMaps.mutable.<ConsentScope, ConsentStatement>of(SCOPES), (all, scope, statement) -> {
                            all.put(scope, statement);
                            return all;
                        })
                .toImmutable();
    }

    /** Every statement of the party behind an id about a channel and purpose, in the order of recording. */
    public ImmutableList<ConsentStatement> statements(PartyId party, ConsentScope scope) {
        ImmutableList<PartyId> ids = aliases.sameAs(party);
        return changes.selectInstancesOf(PartyChange.Consented.class)
                .select(c -> ids.contains(c.party()) && c.statement().scope().equals(scope))
                .collect(PartyChange.Consented::statement);
    }

    /** Whether the party behind an id may be reached through a channel for a purpose at a time: silence is no consent. */
    public boolean mayReach(PartyId party, ConsentScope scope, Instant at) {
        return Optional.ofNullable(consents(party, at).get(scope))
                .filter(statement -> statement.state() == ConsentState.GRANTED)
                .isPresent();
    }

    /** The relations of the party behind an id, in the order of recording, both ends resolved. */
    public ImmutableList<Relation> relations(PartyId party) {
        MutableList<Relation> relations = Lists.mutable.empty();
        for (PartyChange change : changes) {
            if (change instanceof PartyChange.Related related) {
                relations.add(related.relation());
            } else if (change instanceof PartyChange.RelationEnded ended) {
                relations.replaceAll(r -> r.equals(ended.relation()) ? until(r, ended.endExclusive()) : r);
            }
        }
        PartyId self = aliases.resolve(party);
        return relations
                .select(r -> aliases.resolve(r.from()).equals(self)
                        || aliases.resolve(r.to()).equals(self))
                // somebody who turned out to be one with their counterpart is nothing to themselves
                .reject(r -> aliases.resolve(r.from()).equals(aliases.resolve(r.to())))
                .collect(r -> new Relation(aliases.resolve(r.from()), r.type(), aliases.resolve(r.to()), r.validity()))
                .toImmutable();
    }

    private static Relation until(Relation relation, LocalDate endExclusive) {
        return new Relation(
                relation.from(),
                relation.type(),
                relation.to(),
                DateRange.of(relation.validity().startInclusive(), endExclusive));
    }

    /** The rule of the last merge into a party that still stands. */
    Optional<Survivorship> survivorship(PartyId survivor) {
        return changes.selectInstancesOf(PartyChange.Merged.class)
                .select(m -> m.party().equals(survivor)
                        && m.party().equals(aliases.links().get(m.absorbed())))
                .getLastOptional()
                .map(PartyChange.Merged::survivorship);
    }
}
