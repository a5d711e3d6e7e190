package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import java.util.ArrayDeque;
import java.util.Deque;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Goods kept by receipt: an issue takes whole layers and a proportion of the last one it needs. */
final class LayeredPool extends CoveringPool {
    private final ValuationMethod method;
    private final Deque<Layer> layers = new ArrayDeque<>();
    private Rational quantity = Rational.ZERO;
    private long value;

    LayeredPool(Goods goods, Effects effects, Rational firstCost, NegativeStock negative, ValuationMethod method) {
        super(goods, effects, firstCost, negative);
        this.method = method;
    }

    @Override
    Rational onHand() {
        return quantity;
    }

    @Override
    long worth() {
        return value;
    }

    /** The average of what is there, else what the goods that went last cost. */
    @Override
    Rational currentCost() {
        return quantity.isZero() ? super.currentCost() : Rational.of(value).divide(quantity);
    }

    @Override
    void put(long event, Rational more, long moreValue) {
        effects.in(event, goods, event, more, moreValue);
        Layer same = layers.peekLast();
        if (same != null && same.receipt() == event) {
            // two outputs of one production are one layer
            layers.removeLast();
            layers.addLast(new Layer(event, same.quantity().add(more), Math.addExact(same.value(), moreValue)));
        } else {
            layers.addLast(new Layer(event, more, moreValue));
        }
        quantity = quantity.add(more);
        value = Math.addExact(value, moreValue);
    }

    @Override
    long take(long event, Rational part) {
        Rational left = part;
        long cost = 0;
        while (left.signum() > 0) {
            Layer layer = next();
            Rational taken = left.compareTo(layer.quantity()) < 0 ? left : layer.quantity();
            last(Rational.of(layer.value()).divide(layer.quantity()));
            cost = Math.addExact(cost, takeFrom(layer, event, taken));
            left = left.subtract(taken);
        }
        return cost;
    }

    private Layer next() {
        if (method == ValuationMethod.FIFO) {
            return layers.getFirst();
        } else if (method == ValuationMethod.LIFO) {
            return layers.getLast();
        }
        Layer dearest = layers.getFirst();
        for (Layer layer : layers) {
            Rational left = Rational.of(layer.value()).multiply(dearest.quantity());
            Rational right = Rational.of(dearest.value()).multiply(layer.quantity());
            dearest = left.compareTo(right) > 0 ? layer : dearest;
        }
        return dearest;
    }

    private long takeFrom(Layer layer, long event, Rational taken) {
        long cost = Shares.part(layer.value(), taken, layer.quantity());
        replace(layer, layer.quantity().subtract(taken), layer.value() - cost);
        effects.edge(event, layer.receipt(), taken, cost);
        effects.out(event, goods, layer.receipt(), taken, cost);
        quantity = quantity.subtract(taken);
        value -= cost;
        return cost;
    }

    /** The layer keeps its place. */
    private void replace(Layer layer, Rational rest, long restValue) {
        boolean first = layers.getFirst().receipt() == layer.receipt();
        boolean last = layers.getLast().receipt() == layer.receipt();
        Layer kept = new Layer(layer.receipt(), rest, restValue);
        if (first) {
            layers.removeFirst();
            if (rest.signum() > 0) {
                layers.addFirst(kept);
            }
        } else if (last) {
            layers.removeLast();
            if (rest.signum() > 0) {
                layers.addLast(kept);
            }
        } else {
            MutableList<Layer> all = Lists.mutable.ofAll(layers);
            layers.clear();
            all.forEach(each -> {
                if (each.receipt() != layer.receipt()) {
                    layers.addLast(each);
                } else if (rest.signum() > 0) {
                    layers.addLast(kept);
                }
            });
        }
    }

    @Override
    long takeOf(long event, long receipt, Rational part, long share) {
        Layer layer = find(receipt);
        Rational own = part.compareTo(layer.quantity()) < 0 ? part : layer.quantity();
        long cost = own.signum() > 0 ? takeFrom(layer, event, own) : 0;
        return Math.addExact(cost, take(event, part.subtract(own)));
    }

    @Override
    boolean holds(long receipt, Rational part) {
        return find(receipt).quantity().compareTo(part) >= 0;
    }

    private Layer find(long receipt) {
        for (Layer layer : layers) {
            if (layer.receipt() == receipt) {
                return layer;
            }
        }
        return new Layer(receipt, Rational.ZERO, 0);
    }

    @Override
    long capitalise(long event, long receipt, Rational received, long amount) {
        Layer layer = find(receipt);
        long stays = Math.max(-layer.value(), Shares.part(amount, layer.quantity(), received));
        if (layer.quantity().signum() > 0) {
            effects.in(event, goods, receipt, Rational.ZERO, stays);
            replace(layer, layer.quantity(), Math.addExact(layer.value(), stays));
            value = Math.addExact(value, stays);
        }
        return stays;
    }

    /** Each unit by the same amount; where that took a layer below zero, each layer in proportion to its value. */
    @Override
    void revalue(long event, long amount) {
        ImmutableList<Layer> before = layers();
        long[] parts = ShareRule.LARGEST_REMAINDER.split(amount, before.collect(Layer::quantity));
        for (int i = 0; i < parts.length; i++) {
            if (before.get(i).value() + parts[i] < 0) {
                parts = ShareRule.LARGEST_REMAINDER.split(amount, before.collect(l -> Rational.of(l.value())));
                break;
            }
        }
        layers.clear();
        for (int i = 0; i < parts.length; i++) {
            Layer layer = before.get(i);
            effects.in(event, goods, layer.receipt(), Rational.ZERO, parts[i]);
            layers.addLast(new Layer(layer.receipt(), layer.quantity(), Math.addExact(layer.value(), parts[i])));
        }
        value = Math.addExact(value, amount);
    }

    @Override
    Rational remaining(long receipt, Rational received) {
        return find(receipt).quantity();
    }

    @Override
    void leave(long event) {
        layers.forEach(layer -> effects.out(event, goods, layer.receipt(), layer.quantity(), layer.value()));
        clear();
    }

    @Override
    void clear() {
        layers.clear();
        quantity = Rational.ZERO;
        value = 0;
    }

    @Override
    ImmutableList<Layer> layers() {
        return Lists.immutable.ofAll(layers);
    }
}
