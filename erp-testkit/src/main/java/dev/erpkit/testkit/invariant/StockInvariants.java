package dev.erpkit.testkit.invariant;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.posting.StockDelta;
import dev.erpkit.inventory.posting.StockPosting;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.valuation.Balance;
import dev.erpkit.inventory.valuation.CostEdge;
import dev.erpkit.inventory.valuation.CostNode;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.Layer;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;

/** What holds of goods, of what they are worth and of what the books are told of them. */
public final class StockInvariants {
    private StockInvariants() {}

    /** 1: of each item, lot and owner all locations together hold nothing, at every time. */
    public static ImmutableList<Finding> locationsSumToZero(
            ImmutableList<? extends StockFact> facts, Iterable<LocalDateTime> times) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (LocalDateTime time : times) {
            MutableMap<String, Rational> sums = Maps.mutable.empty();
            StockLevels.asOf(facts, time)
                    .all()
                    .forEachKeyValue((place, quantity) -> sums.merge(kind(place), quantity, Rational::add));
            sums.forEachKeyValue((kind, sum) -> {
                if (!sum.isZero()) {
                    found.add(new Finding("stock-zero-sum", kind + " at " + time, "locations sum to " + sum));
                }
            });
        }
        return found.toImmutable();
    }

    private static String kind(Place place) {
        return place.item() + "/" + place.lot() + "/" + place.owner();
    }

    /** 3: what came in and all revaluations are the stock, the cost of what went out and the variances. */
    public static ImmutableList<Finding> nothingIsLost(ValuationLedger ledger) {
        long in = sum(ledger.inbound().valuesView()) + sum(ledger.revaluations().valuesView());
        long out = ledger.value()
                + sum(ledger.costs().valuesView())
                + sum(ledger.variances().valuesView());
        return in == out
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding("stock-conserved", "ledger", in + " came in, " + out + " is there"));
    }

    private static long sum(Iterable<Long> minors) {
        long sum = 0;
        for (long minor : minors) {
            sum = Math.addExact(sum, minor);
        }
        return sum;
    }

    /** 4, 5: no quantity is worth nothing, and value has the sign of the quantity; in the end of each pool. */
    public static ImmutableList<Finding> valueFollowsQuantity(ValuationLedger ledger) {
        return ledger.balances()
                .valuesView()
                .toList()
                .select(b ->
                        b.quantity().isZero() ? b.value() != 0 : b.quantity().signum() * b.value() < 0)
                .collect(
                        b -> new Finding("stock-value-sign", b.pool().toString(), b.quantity() + " worth " + b.value()))
                .toImmutable();
    }

    /** 6: where there are layers they are what is in stock, each above zero, and no edge takes more than it gives. */
    public static ImmutableList<Finding> layersAreTheStock(ValuationLedger ledger) {
        MutableList<Finding> found = Lists.mutable.empty();
        for (Balance balance : ledger.balances().valuesView()) {
            ImmutableList<Layer> layers = ledger.layers(balance.pool());
            Rational quantity = layers.injectInto(Rational.ZERO, (sum, layer) -> sum.add(layer.quantity()));
            boolean above = layers.allSatisfy(layer -> layer.quantity().signum() > 0 && layer.value() >= 0);
            boolean same = quantity.equals(balance.quantity()) && layers.sumOfLong(Layer::value) == balance.value();
            if (layers.notEmpty() && !(above && same)) {
                found.add(new Finding("stock-layers", balance.pool().toString(), layers + " for " + balance));
            }
        }
        return found.toImmutable();
    }

    /** Edges name goods that came, and no receipt gives more than it brought. */
    public static ImmutableList<Finding> edgesTakeWhatCame(ValuationLedger ledger) {
        return ledger.edges()
                .select(edge ->
                        edge.quantity().signum() <= 0 || !ledger.inbound().containsKey(edge.receipt()))
                .collect(edge -> new Finding("stock-edges", "issue " + edge.issue(), "takes " + describe(edge)));
    }

    private static String describe(CostEdge edge) {
        return edge.quantity() + " of " + edge.receipt();
    }

    /** 50: the trace of every issue and pool sums to its cost at every node, and ends. */
    public static ImmutableList<Finding> tracesAreExact(ValuationLedger ledger) {
        MutableList<Finding> found = Lists.mutable.empty();
        ledger.costs().forEachKeyValue((event, cost) -> {
            CostNode node = ledger.explain(event).orElseThrow();
            check(found, "event " + event, node, cost);
        });
        for (Goods pool : ledger.balances().keysView()) {
            check(
                    found,
                    pool.toString(),
                    ledger.explain(pool).orElseThrow(),
                    ledger.balances().get(pool).value());
        }
        return found.toImmutable();
    }

    private static void check(MutableList<Finding> found, String where, CostNode node, long value) {
        long parts = node.parts().sumOfLong(CostNode::value);
        if (node.value() != value || (node.parts().notEmpty() && parts != value)) {
            found.add(new Finding("stock-trace", where, node.source() + " of " + value + " has parts of " + parts));
        }
        node.parts().forEach(part -> check(found, where, part, part.value()));
    }

    /** 23, 47: every fact balances in the books, and their stock is the stock. */
    public static ImmutableList<Finding> booksAreTheStock(
            ImmutableList<? extends StockEvent> events, ValuationLedger ledger) {
        MutableList<Finding> found = Lists.mutable.empty();
        MutableMap<Long, Long> balance = Maps.mutable.empty();
        ImmutableList<StockPosting> postings = StockPostings.perpetual(events, ledger);
        postings.forEach(posting -> balance.merge(posting.event(), posting.minor(), Math::addExact));
        balance.forEachKeyValue((event, sum) -> {
            if (sum != 0) {
                found.add(new Finding("stock-books-balance", "event " + event, "postings sum to " + sum));
            }
        });
        long booked = postings.select(p -> p.role() == StockRole.STOCK).sumOfLong(StockPosting::minor);
        if (booked != ledger.value()) {
            found.add(
                    new Finding("stock-books-stock", "ledger", booked + " in the books, " + ledger.value() + " there"));
        }
        return found.toImmutable();
    }

    /** 23: of each category the books hold what its items are worth, productions and shared charges included. */
    public static ImmutableList<Finding> categoriesAreTheStock(
            ImmutableList<? extends StockEvent> events, ValuationLedger ledger, UnaryOperator<String> categories) {
        SortedMap<String, Long> open = new TreeMap<>();
        StockPostings.perpetual(events, ledger, number -> Optional.empty(), categories)
                .select(posting -> posting.role() == StockRole.STOCK)
                .forEach(posting -> open.merge(posting.category(), posting.minor(), Math::addExact));
        ledger.balances()
                .forEachKeyValue((pool, balance) ->
                        open.merge(categories.apply(pool.item()), Math.negateExact(balance.value()), Math::addExact));
        MutableList<Finding> found = Lists.mutable.empty();
        open.forEach((category, rest) -> {
            if (rest != 0) {
                found.add(new Finding("stock-books-category", category, rest + " more in the books than there"));
            }
        });
        return found.toImmutable();
    }

    /** 23, 25: what was told is what is true, and nothing was told of days closed by then. */
    public static ImmutableList<Finding> toldIsTrue(
            ImmutableList<StockPosting> now, ImmutableList<StockDelta> told, LocalDate openFrom) {
        return StockDelta.of(now, told, openFrom)
                .collect(delta -> new Finding(
                        "stock-told",
                        "event " + delta.event(),
                        delta.minor() + " of " + delta.role().text() + " untold"));
    }
}
