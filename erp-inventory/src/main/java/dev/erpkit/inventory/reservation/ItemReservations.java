package dev.erpkit.inventory.reservation;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.reservation.ReservationFact.Issued;
import dev.erpkit.inventory.reservation.ReservationFact.Released;
import dev.erpkit.inventory.reservation.ReservationFact.Reserved;
import dev.erpkit.inventory.reservation.ReservationFact.Transferred;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The claims on one item: a fold of its records. A claim that has run out never comes back; of the claims of one demand on
 * the same goods those that run out first are used first.
 */
public final class ItemReservations {
    private static final Comparator<Reserved> SOONEST =
            Comparator.comparing(claim -> claim.expiresAt().orElse(Instant.MAX));

    private final MutableList<Reserved> claims = Lists.mutable.empty();

    /** No claims yet. */
    public ItemReservations() {}

    /** Takes in a record; records come in their order. */
    public void apply(ReservationRecord fact) {
        claims.removeIf(claim -> hasExpired(claim, fact.recordedAt()));
        fact.facts().forEach(this::apply);
    }

    private void apply(ReservationFact fact) {
        if (fact instanceof Reserved reserved) {
            claims.add(reserved);
        } else if (fact instanceof Released released) {
            take(released.demand(), released.place(), released.quantity());
        } else if (fact instanceof Transferred given) {
            take(given.demand(), given.place(), given.quantity())
                    .forEach(part ->
                            claims.add(new Reserved(given.to(), part.place(), part.quantity(), part.expiresAt())));
        } else if (fact instanceof Issued issued) {
            issued.demand().ifPresent(demand -> take(demand, issued.place(), issued.quantity()));
        }
    }

    /** Takes up to so much out of the claims of a demand. */
    private ImmutableList<Reserved> take(String demand, Place place, Rational quantity) {
        MutableList<Reserved> taken = Lists.mutable.empty();
        Rational open = quantity;
        for (Reserved claim : claims.select(
                        c -> c.demand().equals(demand) && c.place().equals(place))
                .sortThis(SOONEST)) {
            if (open.signum() > 0) {
                claims.remove(claim);
                Rational part = claim.quantity().compareTo(open) < 0 ? claim.quantity() : open;
                taken.add(sized(claim, part));
                Rational left = claim.quantity().subtract(part);
                if (left.signum() > 0) {
                    claims.add(sized(claim, left));
                }
                open = open.subtract(part);
            }
        }
        return taken.toImmutable();
    }

    private static Reserved sized(Reserved claim, Rational quantity) {
        return new Reserved(claim.demand(), claim.place(), quantity, claim.expiresAt());
    }

    private static boolean hasExpired(Reserved claim, Instant now) {
        return claim.expiresAt().map(end -> !now.isBefore(end)).orElse(false);
    }

    /** The claims that count at an instant. */
    public ImmutableList<Reserved> claims(Instant now) {
        return claims.reject(claim -> hasExpired(claim, now)).toImmutable();
    }

    /** What is reserved at a place. */
    public Rational reserved(Place place, Instant now) {
        return sum(claims(now).select(claim -> claim.place().equals(place)));
    }

    /** What is kept for a demand, at all places. */
    public Rational held(String demand, Instant now) {
        return sum(claims(now).select(claim -> claim.demand().equals(demand)));
    }

    /** What is kept for a demand at a place. */
    public Rational held(String demand, Place place, Instant now) {
        return sum(claims(now)
                .select(claim -> claim.demand().equals(demand) && claim.place().equals(place)));
    }

    private static Rational sum(ImmutableList<Reserved> parts) {
        return parts.injectInto(Rational.ZERO, (sum, claim) -> sum.add(claim.quantity()));
    }

    /** What nobody has a claim on, at each source; those of which nothing is free are left out. */
    public ImmutableList<PickSource> free(Iterable<PickSource> sources, PickingStrategy strategy, Instant now) {
        return Lists.immutable
                .ofAll(sources)
                .collect(source -> source.holding(source.quantity().subtract(reserved(source.place(), now))))
                .select(source -> source.quantity().signum() > 0)
                .reject(source -> strategy == PickingStrategy.LEAST_PACKAGES
                        && reserved(source.place(), now).signum() > 0);
    }

    /**
     * Whether goods may be taken from a place: by the claim of the demand, and what nobody has a claim on.
     *
     * @param onHand what there is at the place
     * @return the fact, or {@code reservation.insufficient} when there is not so much, or {@code reservation.reserved} when
     *     others have a claim on it
     */
    public Outcome<Issued> issue(
            Optional<String> demand, Place place, Rational quantity, Rational onHand, Instant now) {
        if (quantity.compareTo(onHand) > 0) {
            return Outcome.refused(ReservationRefusals.insufficient(place.item(), quantity, onHand));
        }
        Rational own = demand.map(mine -> held(mine, place, now)).orElse(Rational.ZERO);
        Rational usable = onHand.subtract(reserved(place, now)).add(own);
        return quantity.compareTo(usable) > 0
                ? Outcome.refused(ReservationRefusals.reserved(place, quantity, usable))
                : Outcome.accepted(new Issued(demand, place, quantity));
    }
}
