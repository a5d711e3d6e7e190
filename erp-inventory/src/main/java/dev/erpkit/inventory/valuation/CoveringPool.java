package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** A pool whose issues take the cost of receipts, of later ones where goods were missing. */
abstract class CoveringPool extends Pool {
    private final Deque<Open> opens = new ArrayDeque<>();
    private final boolean replaces;
    private Rational last;

    /** What an issue lacks, at a provisional value. */
    private static final class Open {
        final long issue;
        Rational quantity;
        long value;

        Open(long issue, Rational quantity, long value) {
            this.issue = issue;
            this.quantity = quantity;
            this.value = value;
        }
    }

    CoveringPool(Goods goods, Effects effects, Rational firstCost, NegativeStock negative) {
        super(goods, effects);
        this.last = firstCost;
        this.replaces = negative == NegativeStock.REPLACE;
    }

    /** How much really is there. */
    abstract Rational onHand();

    /** What it is worth. */
    abstract long worth();

    /** Puts goods in. */
    abstract void put(long event, Rational quantity, long value);

    /** Takes goods out, no more than there are, and gives what they cost. */
    abstract long take(long event, Rational quantity);

    /** Takes goods of a receipt out, no more goods than there are; gives what leaves the pool. */
    abstract long takeOf(long event, long receipt, Rational quantity, long share);

    /** Whether goods of a receipt leave at exactly what they cost now. */
    abstract boolean holds(long receipt, Rational quantity);

    /** Empties the pool. */
    abstract void clear();

    @Override
    final Rational quantity() {
        Rational quantity = onHand();
        for (Open open : opens) {
            quantity = quantity.subtract(open.quantity);
        }
        return quantity;
    }

    @Override
    final long value() {
        long value = worth();
        for (Open open : opens) {
            value = Math.subtractExact(value, open.value);
        }
        return value;
    }

    @Override
    Rational currentCost() {
        return last;
    }

    final void last(Rational unitCost) {
        last = unitCost;
    }

    @Override
    final void receive(long event, Rational quantity, long value, long covers) {
        last(Rational.of(value).divide(quantity));
        Rational left = quantity;
        long leftValue = value;
        for (int round = 0; round < 2; round++) {
            Iterator<Open> each = opens.iterator();
            while (each.hasNext() && left.signum() > 0) {
                Open open = each.next();
                if (round == 0 && open.issue != covers) {
                    continue;
                }
                Rational part = left.compareTo(open.quantity) < 0 ? left : open.quantity;
                long cost = Shares.part(leftValue, part, left);
                cover(open, event, part, cost);
                left = left.subtract(part);
                leftValue -= cost;
                if (open.quantity.isZero()) {
                    each.remove();
                }
            }
        }
        if (left.signum() > 0) {
            put(event, left, leftValue);
        }
    }

    private void cover(Open open, long receipt, Rational part, long cost) {
        long provisional = Shares.part(open.value, part, open.quantity);
        open.quantity = open.quantity.subtract(part);
        open.value -= provisional;
        long difference = Math.subtractExact(cost, provisional);
        effects.in(receipt, goods, receipt, part, cost);
        if (replaces) {
            long told = Math.min(cost, provisional);
            effects.out(open.issue, goods, receipt, part, told);
            effects.out(receipt, goods, receipt, Rational.ZERO, cost - told);
            effects.variance(receipt, goods, difference);
        } else {
            effects.out(open.issue, goods, receipt, part, cost);
            effects.cost(open.issue, goods, difference);
            effects.edge(open.issue, receipt, part, cost);
            effects.trueUp(open.issue, receipt, part, difference);
        }
    }

    @Override
    final long issue(long event, Rational quantity) {
        Rational there = onHand();
        Rational taken = quantity.compareTo(there) < 0 ? quantity : there;
        Rational missing = quantity.subtract(taken);
        long cost = taken.signum() > 0 ? take(event, taken) : 0;
        if (missing.signum() > 0) {
            // what the last goods cost that were there: nothing is left of them now
            long provisional = Shares.round(currentCost().multiply(missing));
            effects.guess(provisional);
            opens.addLast(new Open(event, missing, provisional));
            cost = Math.addExact(cost, provisional);
        }
        return cost;
    }

    @Override
    final long giveBack(long event, long receipt, Rational quantity, long share) {
        if (quantity.compareTo(onHand()) > 0) {
            return issue(event, quantity);
        }
        boolean exact = holds(receipt, quantity);
        long taken = takeOf(event, receipt, quantity, share);
        if (exact) {
            return taken;
        }
        effects.variance(event, Math.subtractExact(taken, share));
        return share;
    }

    @Override
    final void reset(long event, Rational quantity, Cost.Each cost) {
        opens.clear();
        leave(event);
        last = cost.minor();
        if (quantity.signum() > 0) {
            put(event, quantity, cost.of(quantity));
        }
    }
}
