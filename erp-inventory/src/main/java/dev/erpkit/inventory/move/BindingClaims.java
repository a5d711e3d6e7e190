package dev.erpkit.inventory.move;

import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.port.ReservedStock;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** What is reserved stays: no fact leaves less at a place of ours, now or later, than claims are on it. */
final class BindingClaims {
    private final ReservedStock reserved;

    BindingClaims(ReservedStock reserved) {
        this.reserved = reserved;
    }

    /**
     * Why the new facts would take what is reserved. A place that they do not lower is not their matter.
     *
     * @param before all facts so far, asked only where something is reserved that the new ones could take
     */
    Optional<Refusal> refusal(
            Supplier<ImmutableList<StockFact>> before, ImmutableList<StockFact> added, LocalDateTime now) {
        return added.allSatisfy(this::takesNothingReserved) ? Optional.empty() : refusal(before.get(), added, now);
    }

    /** Whether a fact is a move away from where nothing is reserved; any other may change what was before it. */
    private boolean takesNothingReserved(StockFact fact) {
        return fact instanceof Move move
                && (!move.source().isOurs() || reserved.at(move.sourcePlace()).isZero());
    }

    private Optional<Refusal> refusal(
            ImmutableList<StockFact> before, ImmutableList<StockFact> added, LocalDateTime now) {
        ImmutableSortedMap<Place, Rational> old = StockLevels.of(before).lowest(now);
        ImmutableSortedMap<Place, Rational> all =
                StockLevels.of(before.newWithAll(added)).lowest(now);
        // a place that all facts have left is still one of the old
        for (Place place :
                Sets.mutable.ofAll(old.keysView()).withAll(all.keysView()).toSortedList()) {
            Rational left = all.getIfAbsentValue(place, Rational.ZERO);
            boolean lowered = left.compareTo(old.getIfAbsentValue(place, Rational.ZERO)) < 0;
            if (place.location().isOurs() && lowered) {
                Rational claimed = reserved.at(place);
                if (claimed.signum() > 0 && left.compareTo(claimed) < 0) {
                    return Optional.of(StockServiceRefusals.reserved(place, claimed, left));
                }
            }
        }
        return Optional.empty();
    }
}
