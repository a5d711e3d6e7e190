package dev.erpkit.accounting.interchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What accounts hold, by commodity and by what was paid for it. */
final class ClosingLayers {
    /** Unit costs of one height are one layer; total costs of one commodity are one layer, and add up. */
    private record Layer(String account, String commodity, String price, String priceCommodity)
            implements Comparable<Layer> {
        private static final Comparator<Layer> ORDER = Comparator.comparing(Layer::account)
                .thenComparing(Layer::commodity)
                .thenComparing(Layer::priceCommodity)
                .thenComparing(Layer::price);

        @Override
        public int compareTo(Layer other) {
            return ORDER.compare(this, other);
        }
    }

    private record Held(BigDecimal quantity, Optional<PlainCost> cost) {
        Held and(Held more) {
            return new Held(
                    quantity.add(more.quantity),
                    cost.map(c -> c.total()
                            ? PlainCost.total(new PlainAmount(
                                    c.amount()
                                            .quantity()
                                            .add(more.cost.orElse(c).amount().quantity()),
                                    c.amount().commodity()))
                            : c));
        }
    }

    private final Map<Layer, Held> layers = new TreeMap<>();

    void add(String account, PlainAmount amount, Optional<PlainCost> cost) {
        // The sign of a total follows the amount; here layers of both signs are added up.
        Optional<PlainCost> signed =
                cost.map(c -> c.total() && amount.quantity().signum() < 0 ? negated(c) : c);
        Layer layer = new Layer(
                account,
                amount.commodity(),
                cost.map(c -> c.total()
                                ? "@@"
                                : c.amount().quantity().stripTrailingZeros().toPlainString())
                        .orElse(""),
                cost.map(c -> c.amount().commodity()).orElse(""));
        layers.merge(layer, new Held(amount.quantity(), signed), Held::and);
    }

    private static PlainCost negated(PlainCost c) {
        return new PlainCost(
                c.total(),
                new PlainAmount(c.amount().quantity().negate(), c.amount().commodity()));
    }

    /** The postings that take everything away and give it to equity; the last one of a commodity asserts that it is gone. */
    List<PlainPosting> postings(String equity) {
        List<PlainPosting> closing = new ArrayList<>();
        List<PlainPosting> counter = new ArrayList<>();
        List<Map.Entry<Layer, Held>> open = layers.entrySet().stream()
                .filter(e -> e.getValue().quantity().signum() != 0)
                .toList();
        for (int i = 0; i < open.size(); i++) {
            Layer layer = open.get(i).getKey();
            Held held = open.get(i).getValue();
            Layer next = i + 1 < open.size() ? open.get(i + 1).getKey() : null;
            boolean last = next == null
                    || !next.account().equals(layer.account())
                    || !next.commodity().equals(layer.commodity());
            closing.add(posting(layer.account(), layer, held, held.quantity().negate(), last));
            counter.add(posting(equity, layer, held, held.quantity(), false));
        }
        closing.addAll(counter);
        return closing;
    }

    private static PlainPosting posting(String account, Layer layer, Held held, BigDecimal quantity, boolean empties) {
        PlainPosting.Builder posting = PlainPosting.builder();
        posting.account(account).amount(new PlainAmount(quantity, layer.commodity()));
        held.cost().ifPresent(c -> posting.cost(c.total() && held.quantity().signum() < 0 ? negated(c) : c));
        if (empties) {
            posting.assertion(
                    PlainAssertion.of(new PlainAmount(BigDecimal.ZERO.setScale(quantity.scale()), layer.commodity())));
        }
        return posting.build();
    }
}
