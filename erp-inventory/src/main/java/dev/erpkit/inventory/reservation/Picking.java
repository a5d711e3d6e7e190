package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.util.Comparator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Chooses goods for a need; a pure function. Whatever strategy, goods that have expired are never taken. */
public final class Picking {
    private static final Comparator<PickSource> BY_EXPIRY =
            Comparator.comparing(source -> source.expiry().orElse(LocalDate.MAX));

    private Picking() {}

    /**
     * Takes goods until the need is met or nothing is left. Goods that a strategy holds equal are taken in the order in which
     * they came in, then of their places.
     *
     * @param day on which they are taken
     */
    public static PickPlan plan(Rational need, Iterable<PickSource> sources, PickingStrategy strategy, LocalDate day) {
        ImmutableList<PickSource> good = Lists.immutable
                .ofAll(sources)
                .select(source -> source.quantity().signum() > 0
                        && source.expiry().map(last -> !last.isBefore(day)).orElse(true));
        if (need.signum() <= 0) {
            return new PickPlan(Lists.immutable.empty(), Rational.ZERO);
        }
        if (strategy == PickingStrategy.LEAST_PACKAGES) {
            return plan(need, Packages.fewest(need, Lists.immutable.ofAll(good.toSortedList(order(strategy)))));
        }
        return plan(need, Lists.immutable.ofAll(good.toSortedList(order(strategy))));
    }

    private static Comparator<PickSource> order(PickingStrategy strategy) {
        Comparator<PickSource> byArrival = Comparator.comparing(PickSource::arrived);
        Comparator<PickSource> otherwise = byArrival.thenComparing(PickSource::place);
        return switch (strategy) {
            case FIFO -> otherwise;
            case LIFO -> byArrival.reversed().thenComparing(PickSource::place);
            case FEFO -> BY_EXPIRY.thenComparing(otherwise);
            case CLOSEST -> Comparator.comparingLong(PickSource::distance).thenComparing(otherwise);
            case LEAST_PACKAGES ->
                Comparator.comparing(PickSource::quantity)
                        .reversed()
                        .thenComparing(BY_EXPIRY)
                        .thenComparing(otherwise);
        };
    }

    private static PickPlan plan(Rational need, ImmutableList<PickSource> sorted) {
        MutableList<Pick> picks = Lists.mutable.empty();
        Rational open = need;
        for (PickSource source : sorted) {
            if (open.signum() <= 0) {
                break;
            }
            Rational taken = source.quantity().compareTo(open) < 0 ? source.quantity() : open;
            picks.add(new Pick(source.place(), taken));
            open = open.subtract(taken);
        }
        return new PickPlan(picks.toImmutable(), open);
    }
}
