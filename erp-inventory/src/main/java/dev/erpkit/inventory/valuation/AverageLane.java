package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What {@link AveragePool} does, in whole units. */
final class AverageLane extends Lane {
    AverageLane(long scale, Rational firstCost, long[] found) {
        super(scale, firstCost, found);
    }

    @Override
    void put(int from, long more, long worth) {
        units = Math.addExact(units, more);
        minor = Math.addExact(minor, worth);
    }

    @Override
    long take(long less) {
        last(minor, units);
        long cost = less == units ? minor : Shares.part(minor, less, units);
        units -= less;
        minor -= cost;
        return cost;
    }

    @Override
    ImmutableList<Layer> layers(Facts facts) {
        return Lists.immutable.empty();
    }
}
