package dev.erpkit.testkit.invariant;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.valuation.Balance;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.Layer;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What holds of the methods by which goods are valued, and of two valuations of which one knows more. */
public final class ValuationInvariants {
    private ValuationInvariants() {}

    /** 2: the valuation holds of each item what moves have left at places of ours, of our own goods. */
    public static ImmutableList<Finding> quantitiesAreWhatMoved(
            ImmutableList<? extends StockFact> facts, ValuationLedger ledger) {
        SortedMap<String, Rational> there = new TreeMap<>();
        StockLevels.of(facts).all().forEachKeyValue((place, quantity) -> {
            if (isOurs(place)) {
                there.merge(place.item(), quantity, Rational::add);
            }
        });
        MutableList<Finding> found = Lists.mutable.empty();
        there.forEach((item, quantity) -> {
            if (!ledger.quantity(item).equals(quantity)) {
                found.add(new Finding("stock-moved", item, ledger.quantity(item) + " valued of " + quantity));
            }
        });
        return found.toImmutable();
    }

    private static boolean isOurs(Place place) {
        return place.location().isOurs() && place.owner().isEmpty();
    }

    /**
     * 8: each issue costs no less than its goods at the cheapest price of a receipt of its item, and no more than at the dearest,
     * but for a unit of rounding for every event. For histories that are never short and whose receipts all have a price.
     */
    public static ImmutableList<Finding> costsLieBetweenPrices(
            ImmutableList<? extends StockEvent> events, ValuationLedger ledger) {
        MutableList<Finding> found = Lists.mutable.empty();
        Rational slack = Rational.of(events.size());
        for (StockEvent.Issue issue : events.selectInstancesOf(StockEvent.Issue.class)) {
            MutableList<Rational> prices = Lists.mutable.empty();
            for (StockEvent.Receipt receipt : events.selectInstancesOf(StockEvent.Receipt.class)) {
                if (receipt.goods().item().equals(issue.goods().item())
                        && ledger.inbound().containsKey(receipt.number())) {
                    prices.add(
                            Rational.of(ledger.inbound().get(receipt.number())).divide(receipt.quantity()));
                }
            }
            long cost = ledger.costs().getIfAbsentValue(issue.number(), 0L);
            if (prices.notEmpty()) {
                Rational least = prices.min().multiply(issue.quantity()).subtract(slack);
                Rational most = prices.max().multiply(issue.quantity()).add(slack);
                if (Rational.of(cost).compareTo(least) < 0 || Rational.of(cost).compareTo(most) > 0) {
                    found.add(new Finding("stock-price-range", "issue " + issue.number(), "costs " + cost));
                }
            }
        }
        return found.toImmutable();
    }

    /** 10: under last in, first out an issue leaves the older layers as they were, and of the next one some or nothing. */
    public static ImmutableList<Finding> lastComesGoFirst(ImmutableList<Layer> before, ImmutableList<Layer> after) {
        boolean shrunk = after.size() <= before.size();
        for (int i = 0; shrunk && i < after.size(); i++) {
            Layer old = before.get(i);
            Layer now = after.get(i);
            boolean last = i == after.size() - 1;
            shrunk = now.receipt() == old.receipt()
                    && (last ? now.quantity().compareTo(old.quantity()) <= 0 : now.equals(old));
        }
        return shrunk
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding("stock-lifo", "layers", after + " are left of " + before));
    }

    /** 11: an issue from a pool that is not short leaves the average cost as it was, but for a unit of the whole pool. */
    public static ImmutableList<Finding> issuesKeepTheAverage(
            ImmutableList<? extends StockEvent> events, ValuationLedger ledger) {
        MutableMap<Goods, Balance> last = Maps.mutable.empty();
        MutableMap<Long, StockEvent> byNumber = Maps.mutable.empty();
        events.forEach(event -> byNumber.put(event.number(), event));
        MutableList<Finding> found = Lists.mutable.empty();
        for (Balance now : ledger.history()) {
            Balance before = last.put(now.pool(), now);
            boolean issued = byNumber.get(now.event()) instanceof StockEvent.Issue;
            if (before != null && issued && now.quantity().signum() > 0) {
                Rational was =
                        Rational.of(before.value()).multiply(now.quantity()).divide(before.quantity());
                if (was.subtract(Rational.of(now.value())).abs().compareTo(Rational.ONE) > 0) {
                    found.add(new Finding("stock-average", now.pool().toString(), before + " became " + now));
                }
            }
        }
        return found.toImmutable();
    }

    /** 12: at standard cost a pool is worth its quantity at the standard, rounded once, after every event. */
    public static ImmutableList<Finding> worthTheStandard(
            ValuationLedger ledger, Function<String, Rational> standards) {
        return ledger.history()
                .reject(balance -> isRounded(
                        balance.value(),
                        balance.quantity()
                                .multiply(standards.apply(balance.pool().item()))))
                .collect(balance -> new Finding("stock-standard", balance.pool().toString(), balance.toString()));
    }

    private static boolean isRounded(long value, Rational exact) {
        return Rational.of(value).subtract(exact).abs().compareTo(Rational.of(1, 2)) <= 0;
    }

    /** 36: what a transfer brings to a pool is what it takes from the other, but for what is told to be a variance. */
    public static ImmutableList<Finding> transfersConserve(
            ImmutableList<? extends StockEvent> events, ValuationLedger ledger) {
        return events.selectInstancesOf(StockEvent.Transfer.class)
                .collect(StockEvent::number)
                .reject(n -> conserves(n, ledger))
                .collect(n -> new Finding("stock-transfer", "event " + n, "takes another value than it brings"));
    }

    private static boolean conserves(long transfer, ValuationLedger ledger) {
        long brings = ledger.inbound().getIfAbsentValue(transfer, 0L);
        long takes = ledger.costs().getIfAbsentValue(transfer, 0L);
        return brings == takes || brings - ledger.variances().getIfAbsentValue(transfer, 0L) == takes;
    }

    /** 28: what receipts cost more went into stock, the cost of what went out, and variances, wholly. */
    public static ImmutableList<Finding> changeIsDistributed(
            ValuationLedger before, ValuationLedger after, long amount) {
        long more = Math.subtractExact(spent(after), spent(before));
        return more == amount
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding("stock-distributed", "ledger", more + " of " + amount));
    }

    /** All that stock, issues and variances took, less what came back from customers. */
    private static long spent(ValuationLedger ledger) {
        long sum = ledger.value();
        for (long cost : ledger.costs().valuesView()) {
            sum = Math.addExact(sum, cost);
        }
        for (long variance : ledger.variances().valuesView()) {
            sum = Math.addExact(sum, variance);
        }
        return sum;
    }

    /** 29: where goods became dearer no issue became cheaper, but for a unit of rounding for every event. */
    public static ImmutableList<Finding> noCostFalls(ValuationLedger before, ValuationLedger after) {
        MutableList<Finding> found = Lists.mutable.empty();
        long slack = before.history().size();
        before.costs().forEachKeyValue((event, was) -> {
            long is = after.costs().getIfAbsentValue(event, 0L);
            if (is < was - slack) {
                found.add(new Finding("stock-monotone", "event " + event, "cost " + was + " and then " + is));
            }
        });
        return found.toImmutable();
    }

    /** 14, 24, 26, 27, 31, 32: two valuations agree on what is there, what it is worth, and what each event cost. */
    public static ImmutableList<Finding> sameState(ValuationLedger one, ValuationLedger other) {
        MutableList<Finding> found = Lists.mutable.empty();
        one.costs().forEachKeyValue((event, cost) -> {
            Long second = other.costs().get(event);
            if (!cost.equals(second)) {
                found.add(new Finding("stock-same-cost", "event " + event, cost + " and " + second));
            }
        });
        one.balances().forEachKeyValue((pool, balance) -> {
            Balance second = other.balances().get(pool);
            boolean same =
                    second != null && second.quantity().equals(balance.quantity()) && second.value() == balance.value();
            if (!same) {
                found.add(new Finding("stock-same-balance", pool.toString(), balance + " and " + second));
            }
        });
        return found.toImmutable();
    }
}
