package dev.erpkit.inventory.valuation;

import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Assumptions.Incoming;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * Where costs tend to that go round in a circle, found by walking the same history in a unit a million times smaller. In whole
 * minor units a circle has many points of rest: of a cost that comes back but for a hundredth, every figure within fifty units of
 * the exact one rounds to itself, and a walk that comes from below rests at the first. In the small unit that is fifty
 * millionths, so that the figure it rests at, rounded to a minor unit, is the exact one rounded.
 */
final class GuardDigits {
    private static final long PARTS = 1_000_000;
    /** Steps of so few parts lead no further than a fraction of a unit, round whatever circle. */
    private static final long TINY = 100;

    private static final Rational SCALE = Rational.of(PARTS);

    private GuardDigits() {}

    /**
     * What to assume of facts in their order, in minor units; empty where costs go round in no circle, where amounts are too large for the small unit,
     * or where they never come to rest.
     */
    static Optional<Assumptions> solution(Facts facts, ImmutableList<StockEvent> order, ValuationPolicy policy) {
        boolean unpriced = order.selectInstancesOf(StockEvent.Receipt.class)
                .anySatisfy(receipt -> facts.landed(receipt.number()) != 0
                        && facts.goodsValue(receipt).isEmpty());
        if (unpriced) {
            // at the current cost and a charge besides, which no cost of a receipt can say
            return Optional.empty();
        }
        try {
            ImmutableMap<String, ItemTerms> terms = facts.terms().collectValues((item, of) -> scaled(of));
            Facts small = new Facts(scaled(facts, order, policy), terms, policy);
            Settling settling = new Settling(small, small.inOrder(), policy);
            while (!settling.restsWithin(TINY) && settling.walks() < Settling.MOST_WALKS) {
                settling.walk();
            }
            return settling.hasGuessed() && settling.restsWithin(TINY)
                    ? Optional.of(rounded(settling.found()))
                    : Optional.empty();
        } catch (ArithmeticException | RefusedException tooLarge) {
            // the walk in whole units tells what is wrong, if anything is
            return Optional.empty();
        }
    }

    /** The moves as they stand after all corrections; what receipts cost is money, in whole minor units before it is scaled. */
    private static ImmutableList<StockEvent> scaled(
            Facts facts, ImmutableList<StockEvent> order, ValuationPolicy policy) {
        MutableList<StockEvent> small = Lists.mutable.empty();
        MutableList<StockEvent> corrections = Lists.mutable.empty();
        long next = order.isEmpty() ? 0 : order.collectLong(StockEvent::number).max() + 1;
        for (StockEvent event : order) {
            long n = event.number();
            if (event instanceof StockEvent.Receipt receipt) {
                Rational quantity = facts.quantity(n, receipt.quantity());
                Optional<Cost> cost = facts.goodsValue(receipt)
                        .map(value -> scaled(new Cost.Total(Math.addExact(value, facts.landed(n)))));
                if (quantity.signum() > 0) {
                    small.add(new StockEvent.Receipt(n, event.at(), receipt.goods(), quantity, cost));
                }
            } else {
                small.add(scaled(event));
                FactChecks.quantity(event).ifPresent(told -> {
                    Rational quantity = facts.quantity(n, told);
                    if (policy.backdating() == Backdating.RESTATE && !quantity.equals(told)) {
                        corrections.add(
                                new StockEvent.QuantityCorrection(next + corrections.size(), event.at(), n, quantity));
                    }
                });
            }
        }
        return small.withAll(corrections).toImmutable();
    }

    private static Assumptions rounded(Assumptions small) {
        Assumptions assumed = new Assumptions();
        small.values.forEach((event, value) -> assumed.values.put(event, rounded(value)));
        small.periods.forEachKeyValue(
                (period, comes) -> assumed.periods.put(period, new Incoming(comes.quantity(), rounded(comes.value()))));
        return assumed;
    }

    private static long rounded(long small) {
        return Shares.round(Rational.of(small).divide(SCALE));
    }

    private static ItemTerms scaled(ItemTerms of) {
        return new ItemTerms(
                of.item(), of.firstCost().multiply(SCALE), of.standardCost().multiply(SCALE), of.weight(), of.volume());
    }

    private static Cost scaled(Cost cost) {
        return cost instanceof Cost.Total total
                ? new Cost.Total(Math.multiplyExact(total.minor(), PARTS))
                : scaled((Cost.Each) cost);
    }

    private static Cost.Each scaled(Cost.Each each) {
        return new Cost.Each(each.minor().multiply(SCALE));
    }

    private static StockEvent scaled(StockEvent event) {
        long n = event.number();
        if (event instanceof StockEvent.Production e) {
            return new StockEvent.Production(
                    n, e.at(), e.consumed(), e.produced(), Math.multiplyExact(e.extra(), PARTS));
        } else if (event instanceof StockEvent.Count e) {
            return new StockEvent.Count(
                    n, e.at(), e.goods(), e.counted(), e.cost().map(GuardDigits::scaled));
        } else if (event instanceof StockEvent.Reset e) {
            return new StockEvent.Reset(n, e.at(), e.goods(), e.quantity(), scaled(e.cost()));
        } else if (event instanceof StockEvent.Revaluation e) {
            return new StockEvent.Revaluation(n, e.at(), e.goods(), scaled(e.cost()));
        } else if (event instanceof StockEvent.StandardCost e) {
            return new StockEvent.StandardCost(n, e.at(), e.item(), scaled(e.cost()));
        } else if (event instanceof StockEvent.PriceCorrection e) {
            return new StockEvent.PriceCorrection(n, e.at(), e.of(), scaled(e.cost()));
        } else if (event instanceof StockEvent.Bill e) {
            return new StockEvent.Bill(n, e.at(), e.of(), e.quantity(), scaled(e.price()));
        } else if (event instanceof StockEvent.LandedCost e) {
            return new StockEvent.LandedCost(n, e.at(), e.of(), Math.multiplyExact(e.amount(), PARTS), e.basis());
        }
        return event;
    }
}
