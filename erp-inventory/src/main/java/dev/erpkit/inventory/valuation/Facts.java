package dev.erpkit.inventory.valuation;

import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.StockEvent.Amendment;
import dev.erpkit.inventory.valuation.StockEvent.Bill;
import dev.erpkit.inventory.valuation.StockEvent.Cancel;
import dev.erpkit.inventory.valuation.StockEvent.LandedCost;
import dev.erpkit.inventory.valuation.StockEvent.PriceCorrection;
import dev.erpkit.inventory.valuation.StockEvent.QuantityCorrection;
import dev.erpkit.inventory.valuation.StockEvent.Receipt;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongObjectMaps;
import org.eclipse.collections.api.factory.primitive.LongSets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.primitive.MutableLongObjectMap;
import org.eclipse.collections.api.set.primitive.LongSet;
import org.eclipse.collections.api.set.primitive.MutableLongSet;
import org.jspecify.annotations.Nullable;

/** The facts as they stand after all that amends them, in the order in which they take effect. */
final class Facts {
    private final Recorded recorded;
    private final MutableLongSet cancelled = LongSets.mutable.empty();
    private final MutableLongObjectMap<Rational> quantities = LongObjectMaps.mutable.empty();
    private final MutableLongObjectMap<ReceiptCost> receipts = LongObjectMaps.mutable.empty();
    private final MutableLongObjectMap<MutableList<CostNode>> landed = LongObjectMaps.mutable.empty();
    private final SortedMap<Long, Long> charges = new TreeMap<>();
    private final SortedMap<Long, SortedMap<String, Long>> chargedItems = new TreeMap<>();
    private final MutableLongObjectMap<LocalDateTime> times = LongObjectMaps.mutable.empty();
    private final ImmutableMap<String, ItemTerms> items;
    private final ValuationPolicy policy;
    private final int[] order;
    private final Optional<MoveColumns> columns;

    /**
     * Reads and checks a history.
     *
     * @throws RefusedException when it contradicts itself
     */
    Facts(Iterable<? extends StockEvent> events, ImmutableMap<String, ItemTerms> items, ValuationPolicy policy) {
        this.items = items;
        this.policy = policy;
        FirstWalk walk = FirstWalk.through(events, items, policy);
        this.recorded = walk.recorded();
        ImmutableList<Amendment> amendments = walk.others().selectInstancesOf(Amendment.class);
        if (policy.backdating() == Backdating.RESTATE) {
            cancel(amendments);
            amendments.forEach(this::amend);
            amendments.forEach(this::land);
        } else {
            LocalDateTime latest = LocalDateTime.MIN;
            for (StockEvent event : recorded) {
                latest = event.at().isAfter(latest) ? event.at() : latest;
                times.put(event.number(), latest);
            }
        }
        this.order = cancelled.isEmpty()
                ? walk.order()
                : walk.order(row -> !cancelled.contains(recorded.get(row).number()));
        this.columns = walk.columns();
        columns.ifPresent(packed -> packed.amend(this, walk.others()));
    }

    /** The terms of the items. */
    ImmutableMap<String, ItemTerms> terms() {
        return items;
    }

    /** When an event takes effect: where nothing is restated, not before what was recorded before it. */
    LocalDateTime effective(StockEvent event) {
        return times.isEmpty() ? event.at() : times.getIfAbsent(event.number(), event::at);
    }

    /** By how much each bill differs from its receipt, where that is not the receipt's; by number of the bill. */
    NavigableMap<Long, Long> differences(Map<Long, Long> inbound) {
        NavigableMap<Long, Long> differences = new TreeMap<>();
        if (policy.priceDifference() == PriceDifference.FOLLOWS_THE_GOODS) {
            return differences;
        }
        for (StockEvent event : recorded) {
            if (event instanceof Bill bill && !cancelled.contains(bill.number())) {
                Receipt receipt = receipt(bill.number(), bill.of());
                @Nullable Long worth = inbound.get(receipt.number());
                Rational whole = quantity(receipt.number(), receipt.quantity());
                long goods = worth == null || whole.isZero() ? 0 : worth - landed(receipt.number());
                long share = whole.isZero()
                        ? 0
                        : Shares.round(
                                Rational.of(goods).multiply(bill.quantity()).divide(whole));
                differences.put(bill.number(), Math.subtractExact(bill.price().of(bill.quantity()), share));
            }
        }
        return differences;
    }

    /** How many facts there are; each has a row, in the order of numbers. */
    int size() {
        return recorded.size();
    }

    StockEvent get(int row) {
        return recorded.get(row);
    }

    int row(long number) {
        return recorded.row(number);
    }

    /** The fact of this number, whether it holds or not. */
    Optional<StockEvent> recorded(long number) {
        return Optional.ofNullable(recorded.find(number));
    }

    /** The moves whose quantity or value may be another than recorded. */
    LongSet amended() {
        MutableLongSet amended = LongSets.mutable.ofAll(quantities.keySet());
        amended.addAll(receipts.keySet());
        amended.addAll(landed.keySet());
        return amended;
    }

    /** The moves as columns, all amendments heeded; empty where columns cannot tell of the policy. */
    Optional<MoveColumns> columns() {
        return columns;
    }

    /** The rows of what takes effect, in order. */
    int[] order() {
        return order;
    }

    /** How many of the facts in order take effect until a time, that instant included. */
    int placeAfter(LocalDateTime time) {
        return place(event -> !effective(event).isAfter(time));
    }

    /** How many of the facts in order take effect before a time. */
    int placeFrom(LocalDateTime time) {
        return place(event -> effective(event).isBefore(time));
    }

    private int place(Predicate<StockEvent> before) {
        int low = 0;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (before.test(recorded.get(order[middle]))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What takes effect, in order. */
    ImmutableList<StockEvent> inOrder() {
        MutableList<StockEvent> events = Lists.mutable.withInitialCapacity(order.length);
        for (int row : order) {
            events.add(recorded.get(row));
        }
        return events.toImmutable();
    }

    /** The quantity of a move after corrections. */
    Rational quantity(long event, Rational recordedQuantity) {
        return quantities.getIfAbsent(event, () -> recordedQuantity);
    }

    /** The quantity of a move that has a single one, after corrections; zero for others. */
    Rational quantityOf(long event) {
        return find(event)
                .flatMap(FactChecks::quantity)
                .map(recordedQuantity -> quantity(event, recordedQuantity))
                .orElse(Rational.ZERO);
    }

    /** The move of this number if it holds. */
    Optional<StockEvent> find(long number) {
        return cancelled.contains(number) ? Optional.empty() : Optional.ofNullable(recorded.find(number));
    }

    boolean isCancelled(long number) {
        return cancelled.contains(number);
    }

    ItemTerms terms(String item) {
        return items.get(item);
    }

    /** What a receipt cost after corrections and bills, without landed costs. */
    Optional<Long> goodsValue(Receipt receipt) {
        Rational quantity = quantity(receipt.number(), receipt.quantity());
        return receiptCost(receipt).value(quantity);
    }

    /** The landed costs that are restated into a receipt. */
    long landed(long receipt) {
        return landed.getIfAbsent(receipt, Lists.mutable::empty).sumOfLong(CostNode::value);
    }

    /** The landed costs that are restated, by their numbers. */
    SortedMap<Long, Long> charges() {
        return charges;
    }

    /** The landed costs that are restated, by their numbers and the items of the receipts. */
    SortedMap<Long, SortedMap<String, Long>> chargedItems() {
        return chargedItems;
    }

    boolean returnsAtOriginalCost() {
        return policy.customerReturn() == ReturnCost.ORIGINAL_COST;
    }

    /** What a receipt cost, piece by piece; nothing when it came without a cost. */
    ImmutableList<CostNode> components(Receipt receipt) {
        Rational quantity = quantity(receipt.number(), receipt.quantity());
        ImmutableList<CostNode> goods = receiptCost(receipt).components(receipt.number(), quantity);
        return goods.isEmpty() ? goods : goods.newWithAll(landed.getIfAbsent(receipt.number(), Lists.mutable::empty));
    }

    /** How a landed cost is shared among its receipts. */
    long[] shares(LandedCost cost) {
        ImmutableList<Rational> weights = cost.of().collect(number -> weight(cost, receipt(cost.number(), number)));
        if (weights.allSatisfy(Rational::isZero)) {
            throw StockRefusals.zeroBasis(cost.number(), cost.basis().text());
        }
        return policy.shares().split(cost.amount(), weights);
    }

    private Rational weight(LandedCost cost, Receipt receipt) {
        Rational quantity = quantity(receipt.number(), receipt.quantity());
        ItemTerms terms = terms(receipt.goods().item());
        return switch (cost.basis()) {
            case QUANTITY -> quantity;
            case VALUE -> Rational.of(goodsValue(receipt).orElse(0L));
            case WEIGHT -> quantity.multiply(terms.weight());
            case VOLUME -> quantity.multiply(terms.volume());
            case EQUAL -> Rational.ONE;
        };
    }

    /** The last word counts, so it is heard first: a cancelled cancellation cancels nothing. */
    private void cancel(ImmutableList<Amendment> amendments) {
        amendments.toReversed().forEach(event -> {
            if (event instanceof Cancel cancel && !cancelled.contains(cancel.number())) {
                earlier(cancel.number(), cancel.of());
                cancelled.add(cancel.of());
            }
        });
    }

    private void amend(Amendment event) {
        if (cancelled.contains(event.number())) {
            return;
        }
        if (event instanceof QuantityCorrection correction) {
            StockEvent corrected = earlier(event.number(), correction.of());
            Rational before = FactChecks.quantity(corrected)
                    .orElseThrow(() -> StockRefusals.unknownEvent(event.number(), correction.of()));
            if (corrected instanceof Receipt receipt) {
                receiptCost(receipt).spread(quantity(receipt.number(), before));
            }
            quantities.put(correction.of(), correction.quantity());
        } else if (event instanceof PriceCorrection correction) {
            receiptCost(receipt(event.number(), correction.of())).replace(correction.cost());
        } else if (event instanceof Bill bill && policy.priceDifference() == PriceDifference.FOLLOWS_THE_GOODS) {
            receiptCost(receipt(event.number(), bill.of())).bill(bill.number(), bill.quantity(), bill.price());
        }
    }

    private void land(Amendment event) {
        if (!(event instanceof LandedCost cost) || cancelled.contains(event.number())) {
            return;
        }
        for (long number : cost.of()) {
            receipt(cost.number(), number);
            if (cancelled.contains(number)) {
                throw StockRefusals.cancelled(cost.number(), number);
            }
        }
        long[] shares = shares(cost);
        if (policy.landedCost() == LandedCostRule.RESTATE_AT_RECEIPT) {
            charges.put(cost.number(), cost.amount());
            SortedMap<String, Long> items = chargedItems.computeIfAbsent(cost.number(), number -> new TreeMap<>());
            for (int i = 0; i < shares.length; i++) {
                String item = receipt(cost.number(), cost.of().get(i)).goods().item();
                items.merge(item, shares[i], Math::addExact);
                landed.getIfAbsentPut(cost.of().get(i), Lists.mutable::empty)
                        .add(CostNode.leaf(CostSource.LANDED_COST, cost.number(), Rational.ZERO, shares[i]));
            }
        }
    }

    private ReceiptCost receiptCost(Receipt receipt) {
        return receipts.getIfAbsentPut(receipt.number(), () -> new ReceiptCost(receipt.cost()));
    }

    private Receipt receipt(long event, long of) {
        if (earlier(event, of) instanceof Receipt receipt) {
            return receipt;
        }
        throw StockRefusals.unknownEvent(event, of);
    }

    private StockEvent earlier(long event, long of) {
        @Nullable StockEvent found = recorded.find(of);
        if (found == null || of >= event) {
            throw StockRefusals.unknownEvent(event, of);
        }
        return found;
    }
}
