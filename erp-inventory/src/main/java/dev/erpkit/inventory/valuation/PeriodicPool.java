package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Assumptions.Incoming;
import dev.erpkit.inventory.valuation.Assumptions.Period;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Goods at the average of a period. What comes in during the period is known from an earlier walk; the issues of a period cost
 * together their exact share of all there was, each the difference of two such shares.
 */
final class PeriodicPool extends Pool {
    private final CostPeriod length;
    private final MutableMap<Period, Incoming> assumed;
    private final MutableMap<Period, Incoming> found;
    private final MutableList<Taken> unexplained = Lists.mutable.empty();
    private Rational last;
    private Rational quantity = Rational.ZERO;
    private long value;
    private LocalDate start = LocalDate.MIN;
    private int part;
    private Incoming there = Incoming.NOTHING;
    private Rational out = Rational.ZERO;
    private long outCost;

    /** An issue whose sources are known when the period ends. */
    private record Taken(long event, Rational quantity, long cost) {}

    PeriodicPool(
            Goods goods,
            Effects effects,
            Rational firstCost,
            CostPeriod length,
            MutableMap<Period, Incoming> assumed,
            MutableMap<Period, Incoming> found) {
        super(goods, effects);
        this.last = firstCost;
        this.length = length;
        this.assumed = assumed;
        this.found = found;
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
        Rational all = there.quantity();
        return all.signum() > 0 ? Rational.of(there.value()).divide(all) : last;
    }

    /** Begins another period where the day says so. */
    private void roll(long event) {
        LocalDate now = length.startOf(effects.day);
        if (!now.equals(start)) {
            finish();
            start = now;
            begin(event);
        }
    }

    private Period period() {
        return new Period(goods, start, part);
    }

    private void begin(long event) {
        last = currentCost();
        Incoming comes = assumed.getOrDefault(period(), Incoming.NOTHING);
        there = quantity.signum() < 0 ? cover(event, comes) : comes.plus(quantity, value);
        out = Rational.ZERO;
        outCost = 0;
    }

    /** What the last period lacked is taken from what comes in now; that it was valued otherwise is a variance. */
    private Incoming cover(long event, Incoming comes) {
        Rational missing = quantity.negate();
        Rational covered = comes.quantity().compareTo(missing) < 0 ? comes.quantity() : missing;
        if (covered.signum() <= 0) {
            return Incoming.NOTHING;
        }
        long cost = Shares.part(comes.value(), covered, comes.quantity());
        long difference = Math.subtractExact(cost, Shares.part(-value, covered, missing));
        effects.variance(event, difference);
        effects.stock(event, goods, Math.negateExact(difference));
        value = Math.subtractExact(value, difference);
        return new Incoming(comes.quantity().subtract(covered), comes.value() - cost);
    }

    private void come(Rational more, long moreValue) {
        found.merge(period(), new Incoming(more, moreValue), (a, b) -> a.plus(b.quantity(), b.value()));
        if (!assumed.containsKey(period())) {
            there = there.plus(more, moreValue);
        }
        quantity = quantity.add(more);
        value = Math.addExact(value, moreValue);
    }

    @Override
    void receive(long event, Rational more, long moreValue, long covers) {
        roll(event);
        effects.in(event, goods, 0, more, moreValue);
        come(more, moreValue);
    }

    @Override
    long issue(long event, Rational wanted) {
        roll(event);
        out = out.add(wanted);
        long before = outCost;
        outCost = costOf(out);
        long cost = outCost - before;
        quantity = quantity.subtract(wanted);
        value = Math.subtractExact(value, cost);
        unexplained.add(new Taken(event, wanted, cost));
        return cost;
    }

    private long costOf(Rational taken) {
        Rational all = there.quantity();
        if (all.signum() > 0 && taken.compareTo(all) <= 0) {
            return Shares.part(there.value(), taken, all);
        }
        Rational most = all.signum() > 0 ? all : Rational.ZERO;
        long whole = all.signum() > 0 ? there.value() : 0;
        return Math.addExact(whole, Shares.round(currentCost().multiply(taken.subtract(most))));
    }

    /** Goods that go back leave at the average as all others; that they were of another cost is a variance. */
    @Override
    long giveBack(long event, long receipt, Rational less, long share) {
        effects.variance(event, Math.subtractExact(issue(event, less), share));
        return share;
    }

    @Override
    long capitalise(long event, long receipt, Rational received, long amount) {
        roll(event);
        if (quantity.signum() <= 0) {
            return 0;
        }
        long stays = Math.max(-Math.max(0, value), amount);
        effects.in(event, goods, 0, Rational.ZERO, stays);
        come(Rational.ZERO, stays);
        return stays;
    }

    @Override
    Rational remaining(long receipt, Rational received) {
        return quantity.signum() <= 0 ? Rational.ZERO : received;
    }

    @Override
    void revalue(long event, long amount) {
        roll(event);
        effects.in(event, goods, 0, Rational.ZERO, amount);
        come(Rational.ZERO, amount);
    }

    @Override
    void reset(long event, Rational counted, Cost.Each cost) {
        roll(event);
        leave(event);
        last = cost.minor();
        quantity = counted;
        value = cost.of(counted);
        effects.in(event, goods, 0, quantity, value);
        begin(event);
    }

    @Override
    void leave(long event) {
        finish();
        effects.out(event, goods, 0, quantity, value);
        quantity = Rational.ZERO;
        value = 0;
        there = Incoming.NOTHING;
        part++;
    }

    @Override
    void finish() {
        unexplained.forEach(taken -> effects.out(taken.event(), goods, 0, taken.quantity(), taken.cost()));
        unexplained.clear();
    }

    @Override
    ImmutableList<Layer> layers() {
        return Lists.immutable.empty();
    }
}
