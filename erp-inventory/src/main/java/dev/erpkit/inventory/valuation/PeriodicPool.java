package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Assumptions.Incoming;
import dev.erpkit.inventory.valuation.Assumptions.Period;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Goods at the average of a period. What comes in during the period is known from an earlier walk; the issues of a period cost
 * together their exact share of all there was, each the difference of two such shares. What a period lacked costs what comes in
 * later, first come first served: the cost of the issue under true-up, a variance where the provisional cost stands.
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
    private final boolean replaces;
    private final Deque<Open> opens = new ArrayDeque<>();
    private Rational came = Rational.ZERO;
    private Rational gone = Rational.ZERO;
    /** How much had come with each receipt. */
    private final MutableMap<Long, Rational> ends = Maps.mutable.empty();

    /** An issue whose sources are known when the period ends. */
    private record Taken(long event, Rational quantity, long cost) {}

    /** What an issue lacks when its period ends, at a provisional value. */
    private record Open(long issue, Rational quantity, long value) {}

    PeriodicPool(
            Goods goods,
            Effects effects,
            Rational firstCost,
            ValuationPolicy policy,
            MutableMap<Period, Incoming> assumed,
            MutableMap<Period, Incoming> found) {
        super(goods, effects);
        this.last = firstCost;
        this.length = policy.period();
        this.replaces = policy.negative() == NegativeStock.REPLACE;
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
        gone = gone.add(out);
        out = Rational.ZERO;
        outCost = 0;
    }

    /** What earlier periods lacked is taken from what comes in now. */
    private Incoming cover(long event, Incoming comes) {
        Rational left = comes.quantity();
        long leftValue = comes.value();
        Deque<Open> still = new ArrayDeque<>();
        for (Open open : opens) {
            Rational part = left.compareTo(open.quantity()) < 0 ? left : open.quantity();
            if (part.signum() > 0) {
                long cost = Shares.part(leftValue, part, left);
                long provisional = Shares.part(open.value(), part, open.quantity());
                costs(event, open.issue(), part, Math.subtractExact(cost, provisional));
                left = left.subtract(part);
                leftValue -= cost;
                Rational rest = open.quantity().subtract(part);
                if (rest.signum() > 0) {
                    still.add(new Open(open.issue(), rest, open.value() - provisional));
                }
            } else {
                still.add(open);
            }
        }
        opens.clear();
        opens.addAll(still);
        return left.signum() > 0 ? new Incoming(left, leftValue) : Incoming.NOTHING;
    }

    /** What an issue lacked costs so much more than first taken. */
    private void costs(long event, long issue, Rational part, long difference) {
        if (replaces) {
            effects.variance(event, goods, difference);
        } else {
            effects.cost(issue, goods, difference);
            effects.trueUp(issue, event, part, difference);
            unexplained.add(new Taken(issue, Rational.ZERO, difference));
        }
        value = Math.subtractExact(value, difference);
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
        came = came.add(more);
        ends.put(event, came);
        come(more, moreValue);
    }

    @Override
    long issue(long event, Rational wanted) {
        roll(event);
        Rational enough = out.compareTo(there.quantity()) > 0 ? out : there.quantity();
        out = out.add(wanted);
        long before = outCost;
        outCost = costOf(out);
        long cost = outCost - before;
        Rational lacking = out.subtract(enough);
        if (lacking.signum() > 0) {
            long provisional = outCost - costOf(enough);
            effects.guess(provisional);
            opens.add(new Open(event, lacking, provisional));
        }
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
        Rational all = there.quantity();
        Rational covered = all.compareTo(received) < 0 ? all : received;
        if (covered.signum() <= 0) {
            return 0;
        }
        long stays = Math.max(-Math.max(0, value), Shares.part(amount, covered, received));
        effects.in(event, goods, 0, Rational.ZERO, stays);
        come(Rational.ZERO, stays);
        return stays;
    }

    /** What has gone in earlier periods is not there any more; what goes in this one shares its cost with all that is. */
    @Override
    Rational remaining(long receipt, Rational received) {
        Rational left = ends.getOrDefault(receipt, Rational.ZERO).subtract(gone);
        return left.signum() <= 0 ? Rational.ZERO : left.compareTo(received) < 0 ? left : received;
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
        opens.clear();
        ends.clear();
        came = Rational.ZERO;
        gone = Rational.ZERO;
        out = Rational.ZERO;
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
