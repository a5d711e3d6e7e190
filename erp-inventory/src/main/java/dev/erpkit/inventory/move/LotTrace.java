package dev.erpkit.inventory.move;

import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.MutableSet;

/**
 * Where lots and serial numbers came from and went to, through assemblies: to recall what is bad, and to find who supplied it.
 */
public final class LotTrace {
    private final ImmutableList<Shift> shifts;

    private LotTrace(ImmutableList<Shift> shifts) {
        this.shifts = shifts;
    }

    /** Traces through all facts that hold. */
    public static LotTrace of(Iterable<? extends StockFact> facts) {
        return new LotTrace(StockLevels.of(facts).shifts());
    }

    /** A lot and whatever was made of it: all that moved of them, in the order in which it took effect. */
    public ImmutableList<Shift> forward(String item, String lot) {
        return follow(shifts, item, lot, true);
    }

    /** A lot and whatever it was made of: all that moved of them, in the order in which it took effect. */
    public ImmutableList<Shift> backward(String item, String lot) {
        return follow(shifts.toReversed(), item, lot, false).toReversed();
    }

    private record Lot(String item, String lot) {
        static Lot of(Place place) {
            return new Lot(place.item(), place.lot());
        }
    }

    /**
     * In the order of time what is made follows what is used up, and the other way round: so one pass finds all, as a fact that
     * consumes a lot makes its outputs belong to it.
     */
    private static ImmutableList<Shift> follow(ImmutableList<Shift> inOrder, String item, String lot, boolean forward) {
        LocationKind through = LocationKind.PRODUCTION;
        MutableSet<Lot> lots = Sets.mutable.of(new Lot(item, lot));
        MutableSet<Long> assemblies = Sets.mutable.empty();
        return inOrder.select(shift -> {
            boolean enters = forward
                    ? shift.to().location().kind() == through
                    : shift.from().location().kind() == through;
            boolean leaves = forward
                    ? shift.from().location().kind() == through
                    : shift.to().location().kind() == through;
            if (leaves && assemblies.contains(shift.number())) {
                lots.add(Lot.of(shift.to()));
            }
            boolean belongs = lots.contains(Lot.of(shift.to()));
            if (belongs && enters) {
                assemblies.add(shift.number());
            }
            return belongs;
        });
    }

    /** All lots of an item that ever moved. */
    public ImmutableList<String> lots(String item) {
        return Lists.immutable.ofAll(shifts.select(shift -> shift.to().item().equals(item))
                .collect(shift -> shift.to().lot())
                .reject(String::isEmpty)
                .distinct()
                .toSortedList());
    }
}
