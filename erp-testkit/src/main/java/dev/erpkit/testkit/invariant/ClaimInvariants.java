package dev.erpkit.testkit.invariant;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.reservation.ItemReservations;
import dev.erpkit.inventory.reservation.PickPlan;
import dev.erpkit.inventory.reservation.PickSource;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.reservation.ReservationFact;
import dev.erpkit.inventory.reservation.ReservationFact.Issued;
import dev.erpkit.inventory.reservation.ReservationRecord;
import java.time.LocalDate;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What holds of claims on goods. */
public final class ClaimInvariants {
    private ClaimInvariants() {}

    /**
     * After every record what is reserved at a place is at most what is there, and every issue took what its demand had a
     * claim on and what was free, never what others had.
     *
     * @param records all records of one item
     * @param stock what there was at each place at first; nothing came after, what was issued is gone
     */
    public static ImmutableList<Finding> neverOversold(
            ImmutableList<ReservationRecord> records, Map<Place, Rational> stock) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableMap<Place, Rational> left = Maps.mutable.ofMap(stock);
        ItemReservations state = new ItemReservations();
        for (ReservationRecord entry : records) {
            for (ReservationFact fact : entry.facts()) {
                if (fact instanceof Issued issued) {
                    Rational there = left.getOrDefault(issued.place(), Rational.ZERO);
                    state.issue(issued.demand(), issued.place(), issued.quantity(), there, entry.recordedAt())
                            .refusal()
                            .ifPresent(why -> found.add(
                                    new Finding("claim-issue", entry.key().value(), why.message())));
                    left.put(issued.place(), there.subtract(issued.quantity()));
                }
            }
            state.apply(entry);
            for (Place place :
                    state.claims(entry.recordedAt()).collect(c -> c.place()).distinct()) {
                Rational reserved = state.reserved(place, entry.recordedAt());
                Rational there = left.getOrDefault(place, Rational.ZERO);
                if (reserved.compareTo(there) > 0) {
                    found.add(new Finding(
                            "claim-oversold",
                            place.toString(),
                            "of " + there + " there are " + reserved + " reserved after " + entry.key()));
                }
            }
        }
        return found.toImmutable();
    }

    /** A plan takes nothing that is not there, no more than is needed, and all there is when the need is not met. */
    public static ImmutableList<Finding> picksAreMaximal(
            Rational need, ImmutableList<PickSource> sources, PickingStrategy strategy, LocalDate day, PickPlan plan) {
        MutableList<Finding> found = Lists.mutable.empty();
        if (!plan.picked().add(plan.open()).equals(need)) {
            found.add(new Finding("pick-sum", strategy.text(), plan.picked() + " and " + plan.open() + " of " + need));
        }
        ImmutableList<PickSource> good =
                sources.select(source -> source.quantity().signum() > 0
                        && source.expiry().map(e -> !e.isBefore(day)).orElse(true));
        Rational all = good.injectInto(Rational.ZERO, (sum, source) -> sum.add(source.quantity()));
        if (plan.open().signum() > 0 && !plan.picked().equals(all)) {
            found.add(new Finding("pick-maximal", strategy.text(), plan.open() + " are open though there are " + all));
        }
        plan.picks().forEach(pick -> {
            Rational there = good.select(source -> source.place().equals(pick.place()))
                    .injectInto(Rational.ZERO, (sum, source) -> sum.add(source.quantity()));
            Rational taken = plan.picks()
                    .select(p -> p.place().equals(pick.place()))
                    .injectInto(Rational.ZERO, (sum, p) -> sum.add(p.quantity()));
            if (pick.quantity().signum() <= 0 || taken.compareTo(there) > 0) {
                found.add(new Finding("pick-there", pick.place().toString(), taken + " of " + there));
            }
        });
        return found.toImmutable();
    }

    /**
     * 17: what a strategy puts first is taken before what it puts later: by arrival, by expiry, by distance. Whole packages have
     * no order among themselves.
     */
    public static ImmutableList<Finding> picksFollowTheStrategy(
            ImmutableList<PickSource> sources, PickingStrategy strategy, LocalDate day, PickPlan plan) {
        if (strategy == PickingStrategy.LEAST_PACKAGES) {
            return Lists.immutable.empty();
        }
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<PickSource> good =
                sources.reject(source -> source.expiry().filter(day::isAfter).isPresent());
        for (PickSource later : good.select(source -> taken(plan, source).signum() > 0)) {
            good.select(earlier -> isBefore(strategy, earlier, later))
                    .select(earlier -> taken(plan, earlier).compareTo(there(good, earlier)) < 0)
                    .forEach(earlier -> found.add(new Finding(
                            "pick-order", strategy.text(), later.place() + " is taken before " + earlier.place())));
        }
        return found.toImmutable();
    }

    private static Rational taken(PickPlan plan, PickSource source) {
        return plan.picks()
                .select(pick -> pick.place().equals(source.place()))
                .injectInto(Rational.ZERO, (sum, pick) -> sum.add(pick.quantity()));
    }

    private static Rational there(ImmutableList<PickSource> good, PickSource source) {
        return good.select(each -> each.place().equals(source.place()))
                .injectInto(Rational.ZERO, (sum, each) -> sum.add(each.quantity()));
    }

    private static boolean isBefore(PickingStrategy strategy, PickSource one, PickSource other) {
        return switch (strategy) {
            case FIFO -> one.arrived().isBefore(other.arrived());
            case LIFO -> one.arrived().isAfter(other.arrived());
            case FEFO ->
                one.expiry().orElse(LocalDate.MAX).isBefore(other.expiry().orElse(LocalDate.MAX));
            case CLOSEST -> one.distance() < other.distance();
            case LEAST_PACKAGES -> false;
        };
    }
}
