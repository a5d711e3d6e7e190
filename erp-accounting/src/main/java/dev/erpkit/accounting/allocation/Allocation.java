package dev.erpkit.accounting.allocation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trace.TraceStep;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** The steps of a cycle over what moved in a period, as a pure function. */
public final class Allocation {
    private record Place(AccountId account, Dimensions dimensions) {}

    private final AllocationCycle cycle;
    private final ImmutableList<Movement> period;
    private final MutableMap<Place, Long> balances = Maps.mutable.empty();
    private final MutableMap<Place, Long> moved = Maps.mutable.empty();
    private final MutableList<TraceStep> trace = Lists.mutable.empty();

    private Allocation(AllocationCycle cycle, ImmutableList<Movement> period) {
        this.cycle = cycle;
        this.period = period;
        period.forEach(each -> add(balances, new Place(each.account(), each.dimensions()), each.minor()));
    }

    /**
     * What a cycle comes to.
     *
     * @param period what moved in the period without what this cycle moved itself
     * @return the plan; or {@code allocation.reciprocal} when a step gives to a pool that has given already or gives now,
     *     {@code allocation.no-driver} when nobody has a weight for a pool that has something
     */
    public static Outcome<AllocationPlan> plan(AllocationCycle cycle, ImmutableList<Movement> period) {
        Optional<Refusal> reciprocal = reciprocal(cycle);
        return reciprocal.isPresent() ? Outcome.refused(reciprocal.get()) : new Allocation(cycle, period).run();
    }

    /** A receiver that lies in a pool of this step or an earlier one would be given what nobody passes on. */
    private static Optional<Refusal> reciprocal(AllocationCycle cycle) {
        for (int i = 0; i < cycle.steps().size(); i++) {
            for (AllocationStep.Receiver receiver : cycle.steps().get(i).receivers()) {
                for (int j = 0; j <= i; j++) {
                    AllocationStep giver = cycle.steps().get(j);
                    boolean shared =
                            giver.accounts().anySatisfy(cycle.steps().get(i).accounts()::contains);
                    if (shared
                            && AllocationStep.within(
                                    giver.sender(), over(cycle.steps().get(i).sender(), receiver.dimensions()))) {
                        return Optional.of(refusal(
                                "allocation.reciprocal",
                                cycle,
                                cycle.steps().get(i),
                                "gives to " + receiver.dimensions() + ", which has given in step " + giver.name()
                                        + "; order the steps so that nobody gives back"));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Refusal refusal(String code, AllocationCycle cycle, AllocationStep step, String message) {
        return Refusal.of(RefusalCode.of(code), "Step " + step.name() + " of allocation " + cycle.id() + " " + message)
                .with("cycle", cycle.id())
                .with("step", step.name());
    }

    private Outcome<AllocationPlan> run() {
        for (AllocationStep step : cycle.steps()) {
            ImmutableList<Rational> weights = weights(step);
            ImmutableList<Place> pool = balances.keysView()
                    .select(place -> step.accounts().contains(place.account())
                            && balances.getIfAbsentValue(place, 0L) != 0
                            && AllocationStep.within(step.sender(), place.dimensions()))
                    .toSortedListBy(place -> place.account() + " " + place.dimensions())
                    .toImmutable();
            if (pool.notEmpty() && weights.noneSatisfy(weight -> weight.signum() > 0)) {
                return Outcome.refused(refusal(
                        "allocation.no-driver",
                        cycle,
                        step,
                        "has nobody with a weight; give it a driver that has moved"));
            }
            pool.forEach(place -> give(step, place, weights));
        }
        ImmutableList<Movement> movements = moved.keyValuesView()
                .reject(each -> each.getTwo() == 0)
                .collect(each ->
                        new Movement(each.getOne().account(), each.getOne().dimensions(), each.getTwo()))
                .toSortedList()
                .toImmutable();
        return Outcome.accepted(new AllocationPlan(movements, trace.toImmutable()));
    }

    private ImmutableList<Rational> weights(AllocationStep step) {
        return step.driver().isEmpty()
                ? step.receivers().collect(receiver -> Rational.of(receiver.weight()))
                : step.receivers()
                        .collect(receiver -> Rational.of(Math.max(
                                0,
                                period.select(each -> step.driver().contains(each.account())
                                                && AllocationStep.within(receiver.dimensions(), each.dimensions()))
                                        .injectInto(
                                                0L, (Long sum, Movement each) -> Math.addExact(sum, each.minor())))));
    }

    private void give(AllocationStep step, Place from, ImmutableList<Rational> weights) {
        long amount = balances.getIfAbsentValue(from, 0L);
        long[] parts = Allocator.allocate(amount, weights, cycle.remainder());
        TraceStep told = TraceStep.of("allocation.step", amount)
                .with("step", step.name())
                .with("account", from.account())
                .with("from", from.dimensions());
        move(from, -amount);
        for (int i = 0; i < parts.length; i++) {
            Dimensions to = over(from.dimensions(), step.receivers().get(i).dimensions());
            move(new Place(from.account(), to), parts[i]);
            told = told.from(
                    TraceStep.of("allocation.part", parts[i]).with("to", to).with("weight", weights.get(i)));
        }
        trace.add(told);
    }

    private void move(Place place, long minor) {
        add(balances, place, minor);
        add(moved, place, minor);
    }

    private static void add(MutableMap<Place, Long> sums, Place place, long minor) {
        sums.merge(place, minor, Math::addExact);
    }

    private static Dimensions over(Dimensions of, Dimensions replacing) {
        Dimensions to = of;
        for (String axis : replacing.values().keysView()) {
            to = to.with(axis, replacing.get(axis).orElseThrow());
        }
        return to;
    }

    /** What a plan adds to what was told before, without zeros. */
    static ImmutableList<Movement> delta(AllocationPlan plan, ImmutableList<Movement> told) {
        MutableMap<Place, Long> sums = Maps.mutable.empty();
        plan.movements().forEach(each -> add(sums, new Place(each.account(), each.dimensions()), each.minor()));
        told.forEach(each -> add(sums, new Place(each.account(), each.dimensions()), -each.minor()));
        return sums.keyValuesView()
                .reject(each -> each.getTwo() == 0)
                .collect(each ->
                        new Movement(each.getOne().account(), each.getOne().dimensions(), each.getTwo()))
                .toSortedList()
                .toImmutable();
    }
}
