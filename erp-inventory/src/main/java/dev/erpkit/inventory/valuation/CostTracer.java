package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Composition.Piece;
import dev.erpkit.inventory.valuation.StockEvent.Production;
import dev.erpkit.inventory.valuation.StockEvent.Receipt;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.MutableSet;
import org.jspecify.annotations.Nullable;

/** Follows cost back to where it came from. Built once from all flows of a valuation: linear in them. */
final class CostTracer {
    private final Facts facts;
    private final Effects effects;
    private final boolean standard;
    private final MutableMap<Key, Composition> layers = Maps.mutable.empty();
    private final MutableMap<Long, MutableList<Piece>> taken = Maps.mutable.empty();
    private final MutableMap<Goods, BigInteger> units = Maps.mutable.empty();

    private record Key(Goods pool, long layer) {}

    CostTracer(Facts facts, Effects effects, boolean standard) {
        this.facts = facts;
        this.effects = effects;
        this.standard = standard;
        for (Flow flow : effects.flows) {
            BigInteger own = flow.quantity().denominator();
            units.merge(flow.pool(), own, (a, b) -> a.divide(a.gcd(b)).multiply(b));
        }
        effects.flows.forEach(this::follow);
    }

    private void follow(Flow flow) {
        Composition layer = layers.getIfAbsentPut(new Key(flow.pool(), flow.layer()), Composition::new);
        if (flow.in()) {
            layer.add(flow.event(), flow.quantity(), flow.value());
        } else {
            taken.getIfAbsentPut(flow.event(), Lists.mutable::empty)
                    .addAllIterable(layer.take(
                            flow.quantity(), flow.value(), units.getIfAbsentValue(flow.pool(), BigInteger.ONE)));
        }
    }

    /** What an event that took goods out cost. */
    CostNode issue(long event, Rational quantity, long cost) {
        ImmutableList<CostNode> parts = expand(taken(event), Sets.mutable.of(event));
        return new CostNode(CostSource.ISSUE, event, quantity, cost, withRest(parts, event, cost));
    }

    /** What the stock of a pool is made of. */
    CostNode stock(Balance balance) {
        MutableList<Piece> pieces = Lists.mutable.empty();
        layers.forEachKeyValue((key, layer) -> {
            if (key.pool().equals(balance.pool())) {
                pieces.addAllIterable(layer.pieces());
            }
        });
        ImmutableList<Piece> merged = merge(pieces.sortThisByLong(Piece::source));
        ImmutableList<CostNode> parts = expand(merged, Sets.mutable.empty());
        return new CostNode(
                CostSource.STOCK, 0, balance.quantity(), balance.value(), withRest(parts, 0, balance.value()));
    }

    /** What no receipt explains. */
    private ImmutableList<CostNode> withRest(ImmutableList<CostNode> parts, long event, long value) {
        long rest = value - parts.sumOfLong(CostNode::value);
        CostSource source = standard ? CostSource.STANDARD : CostSource.PROVISIONAL;
        return rest == 0 ? parts : parts.newWith(CostNode.leaf(source, event, Rational.ZERO, rest));
    }

    private ImmutableList<Piece> taken(long event) {
        return merge(taken.getIfAbsentValue(event, Lists.mutable.empty()));
    }

    private static ImmutableList<Piece> merge(Iterable<Piece> pieces) {
        Map<Long, Piece> merged = new LinkedHashMap<>();
        pieces.forEach(piece -> merged.merge(
                piece.source(),
                piece,
                (a, b) -> new Piece(a.source(), a.quantity().add(b.quantity()), Math.addExact(a.value(), b.value()))));
        return Lists.immutable.ofAll(merged.values());
    }

    private ImmutableList<CostNode> expand(ImmutableList<Piece> pieces, MutableSet<Long> path) {
        return pieces.collect(piece -> node(piece, path));
    }

    private CostNode node(Piece piece, MutableSet<Long> path) {
        long event = piece.source();
        @Nullable StockEvent fact = facts.find(event).orElse(null);
        CostSource source = source(fact);
        if (!path.add(event)) {
            return CostNode.leaf(CostSource.PROVISIONAL, event, piece.quantity(), piece.value());
        }
        ImmutableList<CostNode> below = below(fact, path);
        path.remove(event);
        return new CostNode(source, event, piece.quantity(), piece.value(), portion(below, piece.value()));
    }

    /** What a whole event is made of; nothing where it is an end. */
    private ImmutableList<CostNode> below(@Nullable StockEvent fact, MutableSet<Long> path) {
        if (fact instanceof Receipt receipt) {
            return facts.components(receipt);
        } else if (fact instanceof Production production) {
            ImmutableList<CostNode> used = withRest(
                    expand(taken(production.number()), path),
                    production.number(),
                    effects.costs.getOrDefault(production.number(), 0L));
            return used.newWithAll(conversion(production));
        } else if (fact instanceof StockEvent.CustomerReturn back && facts.returnsAtOriginalCost()) {
            return expand(taken(back.issue()), path);
        } else if (fact instanceof StockEvent.Transfer || fact instanceof StockEvent.MethodChange) {
            return expand(taken(fact.number()), path);
        }
        return Lists.immutable.empty();
    }

    private static ImmutableList<CostNode> conversion(Production production) {
        ConversionCost cost = production.conversion();
        return Lists.immutable
                .of(
                        CostNode.leaf(CostSource.LABOUR, production.number(), Rational.ZERO, cost.labour()),
                        CostNode.leaf(CostSource.OVERHEAD, production.number(), Rational.ZERO, cost.overhead()),
                        CostNode.leaf(CostSource.EXTRA, production.number(), Rational.ZERO, cost.other()))
                .reject(node -> node.value() == 0);
    }

    /** So much of the whole, parts in proportion; exact, as shares of whole minor units. */
    private static ImmutableList<CostNode> portion(ImmutableList<CostNode> whole, long value) {
        long total = whole.sumOfLong(CostNode::value);
        if (total == value || whole.isEmpty()) {
            return whole;
        }
        if (total <= 0 || value < 0 || whole.anySatisfy(node -> node.value() < 0)) {
            return Lists.immutable.empty();
        }
        long[] shares = ShareRule.LARGEST_REMAINDER.split(value, whole.collect(node -> Rational.of(node.value())));
        Rational fraction = Rational.of(value).divide(Rational.of(total));
        MutableList<CostNode> parts = Lists.mutable.empty();
        for (int i = 0; i < shares.length; i++) {
            CostNode node = whole.get(i);
            Rational quantity = node.quantity().multiply(fraction);
            if (shares[i] != 0 || !quantity.isZero()) {
                parts.add(new CostNode(
                        node.source(), node.event(), quantity, shares[i], portion(node.parts(), shares[i])));
            }
        }
        return parts.toImmutable();
    }

    private CostSource source(@Nullable StockEvent fact) {
        if (fact instanceof Receipt) {
            return CostSource.RECEIPT;
        } else if (fact instanceof Production) {
            return CostSource.PRODUCTION;
        } else if (fact instanceof StockEvent.Transfer) {
            return CostSource.TRANSFER;
        } else if (fact instanceof StockEvent.CustomerReturn) {
            return CostSource.CUSTOMER_RETURN;
        } else if (fact instanceof StockEvent.Count) {
            return CostSource.COUNT;
        } else if (fact instanceof StockEvent.Reset) {
            return CostSource.OPENING;
        } else if (fact instanceof StockEvent.MethodChange) {
            return CostSource.METHOD_CHANGE;
        } else if (fact instanceof StockEvent.LandedCost) {
            return CostSource.LANDED_COST;
        } else if (fact instanceof StockEvent.Bill) {
            return CostSource.BILL;
        } else if (fact instanceof StockEvent.PriceCorrection) {
            return CostSource.PRICE;
        } else if (fact instanceof StockEvent.Revaluation) {
            return CostSource.REVALUATION;
        }
        return CostSource.PROVISIONAL;
    }
}
