package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.MutableMap;

/** Goods that are not told apart: an issue takes its proportion of the value, and all of it with the last goods. */
final class AveragePool extends CoveringPool {
    private Rational quantity = Rational.ZERO;
    private long value;
    private Rational came = Rational.ZERO;
    private Rational gone = Rational.ZERO;
    /** How much had come with each receipt. */
    private final MutableMap<Long, Rational> ends = Maps.mutable.empty();

    AveragePool(Goods goods, Effects effects, Rational firstCost, NegativeStock negative) {
        super(goods, effects, firstCost, negative);
    }

    @Override
    Rational onHand() {
        return quantity;
    }

    @Override
    long worth() {
        return value;
    }

    @Override
    Rational currentCost() {
        return quantity.isZero() ? super.currentCost() : Rational.of(value).divide(quantity);
    }

    @Override
    void put(long event, Rational more, long moreValue) {
        effects.in(event, goods, 0, more, moreValue);
        came = came.add(more);
        ends.put(event, came);
        quantity = quantity.add(more);
        value = Math.addExact(value, moreValue);
    }

    @Override
    long take(long event, Rational part) {
        last(currentCost());
        long cost = Shares.part(value, part, quantity);
        leave(event, part, cost);
        return cost;
    }

    /** The share leaves whatever the average is, as long as the rest is not worth less than nothing. */
    @Override
    long takeOf(long event, long receipt, Rational part, long share) {
        last(currentCost());
        long leaves = part.equals(quantity) ? value : Math.min(share, value);
        leave(event, part, leaves);
        return leaves;
    }

    private void leave(long event, Rational part, long cost) {
        effects.out(event, goods, 0, part, cost);
        gone = gone.add(part);
        quantity = quantity.subtract(part);
        value -= cost;
    }

    @Override
    Rational remaining(long receipt, Rational received) {
        Rational left = ends.getOrDefault(receipt, Rational.ZERO).subtract(gone);
        return left.signum() <= 0 ? Rational.ZERO : left.compareTo(received) < 0 ? left : received;
    }

    @Override
    void leave(long event) {
        effects.out(event, goods, 0, quantity, value);
        clear();
    }

    @Override
    boolean holds(long receipt, Rational part) {
        return false;
    }

    @Override
    long capitalise(long event, long receipt, Rational received, long amount) {
        Rational covered = quantity.compareTo(received) < 0 ? quantity : received;
        long stays = Math.max(-value, Shares.part(amount, covered, received));
        effects.in(event, goods, 0, Rational.ZERO, stays);
        value = Math.addExact(value, stays);
        return stays;
    }

    @Override
    void revalue(long event, long amount) {
        effects.in(event, goods, 0, Rational.ZERO, amount);
        value = Math.addExact(value, amount);
    }

    @Override
    void clear() {
        ends.clear();
        came = Rational.ZERO;
        gone = Rational.ZERO;
        quantity = Rational.ZERO;
        value = 0;
    }

    @Override
    ImmutableList<Layer> layers() {
        return Lists.immutable.empty();
    }
}
