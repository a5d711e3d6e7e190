package dev.erpkit.company.goods;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.reservation.Pick;
import dev.erpkit.inventory.reservation.PickPlan;
import dev.erpkit.inventory.reservation.PickSource;
import dev.erpkit.inventory.reservation.Picking;
import dev.erpkit.inventory.reservation.PickingStrategy;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What lies on the shelf while the facts of a day are written down. */
final class Shelf {
    private final Map<Place, PickSource> sources = new TreeMap<>();

    Shelf(StockLevels levels) {
        for (Ware ware : Ware.values()) {
            on(levels, ware.item()).forEach(source -> sources.put(source.place(), source));
        }
    }

    /** What lies on the shelf of an item, lot by lot. */
    static ImmutableList<PickSource> on(StockLevels levels, String item) {
        return levels.all()
                .keysView()
                .select(place -> place.item().equals(item) && place.location().equals(Warehouse.SHELF))
                .collect(place -> source(place, levels.at(place), levels.expiry(place.item(), place.lot())))
                .select(source -> source.quantity().signum() > 0)
                .toList()
                .toImmutable();
    }

    private static PickSource source(Place place, Rational quantity, Optional<LocalDate> expiry) {
        PickSource source = PickSource.of(place, quantity, LocalDateTime.MIN);
        return expiry.map(source::expiring).orElse(source);
    }

    /** What there is of a ware, lot by lot. */
    ImmutableList<PickSource> of(Ware ware) {
        return Lists.immutable
                .ofAll(sources.values())
                .select(source -> source.place().item().equals(ware.item()));
    }

    void put(Place place, Rational quantity, Optional<LocalDate> expiry) {
        sources.merge(
                place,
                source(place, quantity, expiry),
                (before, more) -> source(place, before.quantity().add(quantity), before.expiry()));
    }

    /** Takes goods, what expires first before what expires last. */
    ImmutableList<Pick> take(Ware ware, Rational quantity, LocalDate day) {
        PickPlan plan = Picking.plan(quantity, of(ware), PickingStrategy.FEFO, day);
        if (plan.open().signum() > 0) {
            throw new IllegalStateException("The shelf lacks " + plan.open() + " of " + ware + " on " + day);
        }
        plan.picks().forEach(pick -> {
            PickSource source = Objects.requireNonNull(sources.get(pick.place()));
            Rational left = source.quantity().subtract(pick.quantity());
            if (left.isZero()) {
                sources.remove(pick.place());
            } else {
                sources.put(pick.place(), source(pick.place(), left, source.expiry()));
            }
        });
        return plan.picks();
    }
}
