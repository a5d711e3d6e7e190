package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Goods that are not told apart: an issue takes its proportion of the value, and all of it with the last goods. */
final class AveragePool extends CoveringPool {
    private Rational quantity = Rational.ZERO;
    private long value;

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
        quantity = quantity.add(more);
        value = Math.addExact(value, moreValue);
    }

    @Override
    long take(long event, Rational part) {
        last(currentCost());
        long cost = Shares.part(value, part, quantity);
        quantity = quantity.subtract(part);
        value -= cost;
        return cost;
    }

    /** The share leaves whatever the average is, as long as the rest is not worth less than nothing. */
    @Override
    long takeOf(long event, long receipt, Rational part, long share) {
        last(currentCost());
        long leaves = part.equals(quantity) ? value : Math.min(share, value);
        quantity = quantity.subtract(part);
        value -= leaves;
        return leaves;
    }

    @Override
    boolean holds(long receipt, Rational part) {
        return false;
    }

    @Override
    long capitalise(long receipt, Rational received, long amount) {
        Rational covered = quantity.compareTo(received) < 0 ? quantity : received;
        long stays = Shares.part(amount, covered, received);
        value = Math.addExact(value, stays);
        return stays;
    }

    @Override
    void revalue(long event, long amount) {
        value = Math.addExact(value, amount);
    }

    @Override
    void clear() {
        quantity = Rational.ZERO;
        value = 0;
    }

    @Override
    ImmutableList<Layer> layers() {
        return Lists.immutable.empty();
    }
}
