package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Goods at standard cost: worth the quantity times the standard, rounded once, below zero as well. */
final class StandardPool extends Pool {
    private Rational quantity = Rational.ZERO;
    private Rational standard;
    private long value;

    StandardPool(Goods goods, Effects effects, Rational standard) {
        super(goods, effects);
        this.standard = standard;
    }

    @Override
    Rational quantity() {
        return quantity;
    }

    @Override
    long value() {
        return value;
    }

    @Override
    Rational currentCost() {
        return standard;
    }

    /** By how much the value changes with the quantity. */
    private long move(Rational by) {
        quantity = quantity.add(by);
        return revalued();
    }

    private long revalued() {
        long before = value;
        value = Shares.round(quantity.multiply(standard));
        return Math.subtractExact(value, before);
    }

    @Override
    void receive(long event, Rational more, long moreValue, long covers) {
        effects.variance(event, goods, Math.subtractExact(moreValue, move(more)));
    }

    @Override
    long issue(long event, Rational part) {
        return Math.negateExact(move(part.negate()));
    }

    @Override
    long giveBack(long event, long receipt, Rational part, long share) {
        effects.variance(event, Math.subtractExact(Math.negateExact(move(part.negate())), share));
        return share;
    }

    @Override
    long capitalise(long event, long receipt, Rational received, long amount) {
        return 0;
    }

    @Override
    void revalue(long event, long amount) {
        throw StockRefusals.atStandard(event, goods);
    }

    @Override
    void reset(long event, Rational counted, Cost.Each cost) {
        quantity = counted;
        revalued();
    }

    @Override
    void takeOver(long event, Rational more, long moreValue) {
        effects.revaluation(event, Math.subtractExact(move(more), moreValue));
    }

    @Override
    Rational remaining(long receipt, Rational received) {
        return Rational.ZERO;
    }

    @Override
    void leave(long event) {
        quantity = Rational.ZERO;
        value = 0;
    }

    /** The standard becomes another one. */
    void standard(long event, Rational other) {
        standard = other;
        effects.revaluation(event, revalued());
    }

    @Override
    ImmutableList<Layer> layers() {
        return Lists.immutable.empty();
    }
}
