package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.Shift;
import dev.erpkit.inventory.move.StockLevels;
import java.time.LocalDateTime;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** The goods that moves have left at places, as what can be reserved and picked. */
public final class StockSources {
    private StockSources() {}

    /**
     * What can be taken of an item: at each place of ours the least that lies there from now on, so that goods which a later
     * fact takes are not promised. Goods arrived when their place was empty last; goods of others are among them, under their
     * owner.
     *
     * @param levels of all facts
     */
    public static ImmutableList<PickSource> of(StockLevels levels, String item, LocalDateTime now) {
        SortedMap<Place, Rational> there = new TreeMap<>();
        SortedMap<Place, LocalDateTime> arrived = new TreeMap<>();
        for (Shift shift : levels.shifts().select(each -> each.to().item().equals(item))) {
            if (there.getOrDefault(shift.to(), Rational.ZERO).signum() <= 0) {
                arrived.put(shift.to(), shift.at());
            }
            there.merge(shift.to(), shift.quantity(), Rational::add);
            there.merge(shift.from(), shift.quantity().negate(), Rational::add);
        }
        ImmutableSortedMap<Place, Rational> lowest = levels.lowest(now);
        MutableList<PickSource> sources = Lists.mutable.empty();
        arrived.forEach((place, at) -> {
            Rational quantity = lowest.getIfAbsentValue(place, Rational.ZERO);
            if (place.location().isOurs() && quantity.signum() > 0) {
                PickSource source = PickSource.of(place, quantity, at);
                sources.add(
                        levels.expiry(item, place.lot()).map(source::expiring).orElse(source));
            }
        });
        return sources.toImmutable();
    }
}
