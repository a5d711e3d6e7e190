package dev.erpkit.crm.party;

import dev.erpkit.core.party.PartyId;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * A party as it stands, with all that was merged into it.
 *
 * @param id whose view it is: the surviving id
 * @param ids every id that stands for it, itself among them
 * @param profile what is known of it; nothing once it was erased
 */
public record PartyView(PartyId id, ImmutableList<PartyId> ids, Optional<PartyProfile> profile) {
    private static final Comparator<PartyProfile> NEWEST =
            Comparator.comparing(PartyProfile::changedAt).reversed().thenComparing(PartyProfile::party);

    /**
     * The view of the profiles of all ids of a party, pure and whatever their order.
     *
     * @param id the surviving id
     * @param ids every id that stands for it
     */
    public static PartyView of(
            PartyId id, ImmutableList<PartyId> ids, Survivorship rule, ImmutableList<PartyProfile> profiles) {
        ImmutableList<PartyProfile> newest = profiles.toSortedList(NEWEST).toImmutable();
        ImmutableList<PartyProfile> ordered = rule == Survivorship.NEWEST
                ? newest
                : newest.select(p -> p.party().equals(id))
                        .newWithAll(newest.reject(p -> p.party().equals(id)));
        return new PartyView(id, ids, ordered.getFirstOptional().map(first -> merged(id, first, ordered, newest)));
    }

    private static PartyProfile merged(
            PartyId id, PartyProfile first, ImmutableList<PartyProfile> ordered, ImmutableList<PartyProfile> newest) {
        return PartyProfile.builder()
                .party(id)
                .kind(first.kind())
                .name(first.name())
                .reading(firstOf(ordered, PartyProfile::reading))
                .organisation(firstOf(ordered, PartyProfile::organisation))
                .contactPoints(ordered.flatCollect(PartyProfile::contactPoints).distinct())
                .identifiers(ordered.flatCollect(PartyProfile::identifiers).distinct())
                .changedAt(newest.getFirst().changedAt())
                .build();
    }

    private static Optional<String> firstOf(
            ImmutableList<PartyProfile> profiles, Function<PartyProfile, Optional<String>> field) {
        return Lists.immutable
                .withAll(profiles)
                .collect(field::apply)
                .detectOptional(Optional::isPresent)
                .flatMap(found -> found);
    }
}
