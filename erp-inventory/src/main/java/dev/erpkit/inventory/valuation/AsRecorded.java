package dev.erpkit.inventory.valuation;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.StockEvent.Amendment;
import dev.erpkit.inventory.valuation.StockEvent.Bill;
import dev.erpkit.inventory.valuation.StockEvent.Cancel;
import dev.erpkit.inventory.valuation.StockEvent.Issue;
import dev.erpkit.inventory.valuation.StockEvent.PriceCorrection;
import dev.erpkit.inventory.valuation.StockEvent.QuantityCorrection;
import dev.erpkit.inventory.valuation.StockEvent.Receipt;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.map.MutableMap;

/** Amendments where nothing is restated: they move or value goods when they are recorded. */
final class AsRecorded {
    private final Replay replay;
    private final MutableMap<Long, Rational> quantities = Maps.mutable.empty();
    private final MutableMap<Long, ReceiptCost> costs = Maps.mutable.empty();

    AsRecorded(Replay replay) {
        this.replay = replay;
    }

    /** The corrected quantity of a move. */
    Optional<Rational> quantity(long move) {
        return Optional.ofNullable(quantities.get(move));
    }

    void apply(Amendment event) {
        if (event instanceof QuantityCorrection correction) {
            become(event, correction.of(), correction.quantity());
        } else if (event instanceof Cancel cancel) {
            become(event, cancel.of(), Rational.ZERO);
        } else if (event instanceof PriceCorrection correction) {
            reprice(event, correction.of(), cost -> cost.replace(correction.cost()));
        } else if (event instanceof Bill bill) {
            reprice(event, bill.of(), cost -> cost.bill(bill.number(), bill.quantity(), bill.price()));
        }
    }

    private void become(Amendment event, long of, Rational quantity) {
        StockEvent origin = replay.origin(event.number(), of);
        if (origin instanceof Receipt receipt) {
            Rational more = quantity.subtract(replay.quantity(of, receipt.quantity()));
            resize(event, receipt, more);
        } else if (origin instanceof Issue issue) {
            resize(event, issue, quantity.subtract(replay.quantity(of, issue.quantity())));
        } else {
            throw StockRefusals.unknownEvent(event.number(), of);
        }
        quantities.put(of, quantity);
    }

    private void resize(Amendment event, Receipt receipt, Rational more) {
        Rational whole = replay.quantity(receipt.number(), receipt.quantity());
        long worth = replay.effects().inbound.getOrDefault(receipt.number(), 0L);
        Pool pool = replay.pool(receipt.goods());
        if (more.signum() > 0) {
            long value = whole.isZero()
                    ? 0
                    : Shares.round(Rational.of(worth).multiply(more).divide(whole));
            replay.bringIn(event, pool, more, value, 0);
        } else if (more.signum() < 0) {
            Rational less = more.negate();
            replay.checkEnough(event, pool, less);
            long share = Shares.part(worth, less, whole);
            replay.effects().cost(event.number(), pool.giveBack(event.number(), receipt.number(), less, share));
            replay.balance(event, pool);
        }
    }

    private void resize(Amendment event, Issue issue, Rational more) {
        if (more.signum() > 0) {
            replay.issue(event, issue.goods(), more);
        } else if (more.signum() < 0) {
            Rational whole = replay.quantity(issue.number(), issue.quantity());
            long share = Shares.part(replay.effects().costOf(issue.number()), more.negate(), whole);
            replay.bringIn(event, replay.pool(issue.goods()), more.negate(), share, issue.number());
        }
    }

    /** The difference stays in stock as far as the goods of the receipt are still there. */
    private void reprice(Amendment event, long of, Consumer<ReceiptCost> change) {
        if (!(replay.origin(event.number(), of) instanceof Receipt receipt)) {
            throw StockRefusals.unknownEvent(event.number(), of);
        }
        Rational quantity = replay.quantity(of, receipt.quantity());
        ReceiptCost cost = costs.getIfAbsentPut(of, () -> new ReceiptCost(receipt.cost()));
        long before = cost.value(quantity).orElse(replay.effects().inbound.getOrDefault(of, 0L));
        change.accept(cost);
        long difference = Math.subtractExact(cost.value(quantity).orElse(before), before);
        replay.effects().inbound(event.number(), difference);
        replay.makeDearer(event, receipt, difference, LandedCostRule.REMAINING_AT_EVENT);
    }
}
