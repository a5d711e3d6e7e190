package dev.erpkit.inventory.move;

import dev.erpkit.core.quantity.Rational;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * What lies where: a fold of the facts, places outside included, so that each item is nothing in all. Cancelled facts count
 * for nothing, corrected ones with their corrected quantity.
 */
public final class StockLevels {
    private final ImmutableSortedMap<Place, Rational> levels;
    private final ImmutableList<Shift> shifts;
    private final MutableMap<String, LocalDate> expiries = Maps.mutable.empty();

    private StockLevels(ImmutableList<? extends StockFact> facts, LocalDateTime until) {
        Amendments amendments = Amendments.of(facts);
        Comparator<StockFact> byTime = Comparator.comparing(StockFact::at);
        ImmutableList<StockFact> effective = Lists.immutable.ofAll(facts.collect(f -> (StockFact) f)
                .select(fact -> !fact.at().isAfter(until) && amendments.holds(fact.number()))
                .toSortedList(byTime.thenComparingLong(StockFact::number)));
        SortedMap<Place, Rational> sums = new TreeMap<>();
        this.shifts = effective.flatCollect(fact -> {
            note(fact);
            ImmutableList<Shift> own = Shifts.of(fact, amendments, sums);
            own.forEach(shift -> {
                sums.merge(shift.from(), shift.quantity().negate(), Rational::add);
                sums.merge(shift.to(), shift.quantity(), Rational::add);
            });
            return own;
        });
        this.levels = SortedMaps.immutable.ofSortedMap(sums);
    }

    private void note(StockFact fact) {
        if (fact instanceof Move move && move.expiry().isPresent()) {
            expiries.put(key(move.item(), move.lot()), move.expiry().get());
        } else if (fact instanceof Assembly assembly) {
            assembly.produced().forEach(output -> {
                Place place = output.place();
                output.expiry().ifPresent(day -> expiries.put(key(place.item(), place.lot()), day));
            });
        }
    }

    private static String key(String item, String lot) {
        return item + "\n" + lot;
    }

    /** What all facts come to. */
    public static StockLevels of(Iterable<? extends StockFact> facts) {
        return asOf(facts, LocalDateTime.MAX);
    }

    /** What the facts that took effect by a time come to, that instant included. */
    public static StockLevels asOf(Iterable<? extends StockFact> facts, LocalDateTime until) {
        return new StockLevels(Lists.immutable.ofAll(facts), until);
    }

    /** The facts that had been recorded with this number: fold them to know what was known then. */
    public static ImmutableList<StockFact> known(Iterable<? extends StockFact> facts, long through) {
        return Lists.immutable.<StockFact>ofAll(facts).select(fact -> fact.number() <= through);
    }

    /**
     * The facts with the moves that are planned and not overdue: fold them to know what will lie where. A planned move of a day
     * before today has not happened and is not expected either.
     */
    public static ImmutableList<StockFact> expected(
            Iterable<? extends StockFact> facts, Iterable<Move> planned, LocalDate today) {
        return Lists.immutable
                .<StockFact>ofAll(facts)
                .newWithAll(Lists.immutable
                        .ofAll(planned)
                        .reject(move -> move.at().toLocalDate().isBefore(today)));
    }

    /** All places that goods ever were at, with what is there now. */
    public ImmutableSortedMap<Place, Rational> all() {
        return levels;
    }

    /** What is at one place. */
    public Rational at(Place place) {
        return levels.getIfAbsentValue(place, Rational.ZERO);
    }

    /** What is at a location of an item, of all lots and owners. */
    public Rational at(Location location, String item) {
        Rational sum = Rational.ZERO;
        for (Place place : levels.keysView()) {
            if (place.location().equals(location) && place.item().equals(item)) {
                sum = sum.add(at(place));
            }
        }
        return sum;
    }

    /**
     * The least that is at each place from a time on, that instant included: so much can be promised or taken without leaving a
     * fact that takes effect later without its goods.
     */
    public ImmutableSortedMap<Place, Rational> lowest(LocalDateTime from) {
        SortedMap<Place, Rational> now = new TreeMap<>();
        SortedMap<Place, Rational> lowest = new TreeMap<>();
        for (Shift shift : shifts) {
            Rational left = now.merge(shift.from(), shift.quantity().negate(), Rational::add);
            Rational there = now.merge(shift.to(), shift.quantity(), Rational::add);
            if (shift.at().isAfter(from)) {
                lowest.merge(shift.from(), left, StockLevels::less);
                // what was there before it came: nothing, where goods come for the first time
                lowest.merge(shift.to(), there.subtract(shift.quantity()), StockLevels::less);
            } else {
                lowest.put(shift.from(), left);
                lowest.put(shift.to(), there);
            }
        }
        return SortedMaps.immutable.ofSortedMap(lowest);
    }

    private static Rational less(Rational one, Rational other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** How much there is of an item at all places of ours, goods of others included. */
    public Rational onHand(String item) {
        Rational sum = Rational.ZERO;
        for (Place place : levels.keysView()) {
            if (place.location().isOurs() && place.item().equals(item)) {
                sum = sum.add(at(place));
            }
        }
        return sum;
    }

    /** The last day on which a lot is good, as told last. */
    public Optional<LocalDate> expiry(String item, String lot) {
        return Optional.ofNullable(expiries.get(key(item, lot)));
    }

    /** All that moved, in the order in which it took effect, count differences included. */
    public ImmutableList<Shift> shifts() {
        return shifts;
    }
}
