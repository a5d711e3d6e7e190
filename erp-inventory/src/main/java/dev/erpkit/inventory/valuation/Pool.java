package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.list.ImmutableList;

/** Goods that share their cost. It carries quantity and value, never a unit cost: no quantity is worth nothing. */
abstract class Pool {
    final Goods goods;
    final Effects effects;

    Pool(Goods goods, Effects effects) {
        this.goods = goods;
        this.effects = effects;
    }

    /** How much there is, below zero when more was issued than there was. */
    abstract Rational quantity();

    /** What it is worth. */
    abstract long value();

    /** What a unit is taken to cost now, in minor units. */
    abstract Rational currentCost();

    /**
     * Goods come in.
     *
     * @param covers the issue that they cover before others if it lacks goods, or 0
     */
    abstract void receive(long event, Rational quantity, long value, long covers);

    /** Goods go out; gives what they cost as far as known. */
    abstract long issue(long event, Rational quantity);

    /** Goods of a receipt go back; gives what they cost. */
    abstract long giveBack(long event, long receipt, Rational quantity, long share);

    /** A receipt of so much becomes dearer or, as far as it is worth something, cheaper by an event; gives what stays in stock. */
    abstract long capitalise(long event, long receipt, Rational received, long amount);

    /** How much of a receipt is still there, the first that came having gone first where goods are not told apart. */
    abstract Rational remaining(long receipt, Rational received);

    /** The goods become worth so much more. */
    abstract void revalue(long event, long amount);

    /** From here on there is so much and it is worth this. */
    abstract void reset(long event, Rational quantity, Cost.Each cost);

    /** Goods of another pool stay as one layer with what they were worth. */
    void takeOver(long event, Rational quantity, long value) {
        receive(event, quantity, value, 0);
    }

    /** No more comes. */
    void finish() {}

    /** Everything leaves for a pool that values by another method. */
    abstract void leave(long event);

    /** What is left of each receipt, in the order in which they came; empty where goods are not told apart. */
    abstract ImmutableList<Layer> layers();
}
