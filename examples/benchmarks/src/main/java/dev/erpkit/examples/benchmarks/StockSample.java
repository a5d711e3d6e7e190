package dev.erpkit.examples.benchmarks;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.FifoIndex;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.ItemTerms;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.SplittableRandom;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** As many receipts as issues of one item, half a minute apart, by a fixed seed; as facts and as bare arrays. */
final class StockSample {
    static final ItemTerms ITEM = ItemTerms.of("bolt");
    private static final LocalDateTime START = LocalDateTime.of(2026, 1, 1, 0, 0);

    final ImmutableList<StockEvent> events;
    /** Seconds from the start. */
    final long[] times;
    /** Issues below zero. */
    final long[] quantities;
    /** What receipts cost. */
    final long[] values;

    StockSample(int moves) {
        times = new long[moves];
        quantities = new long[moves];
        values = new long[moves];
        SplittableRandom random = new SplittableRandom(1);
        MutableList<StockEvent> drawn = Lists.mutable.withInitialCapacity(moves);
        long there = 0;
        for (int i = 0; i < moves; i++) {
            times[i] = 30L * i;
            boolean comes = there < 50 || random.nextBoolean();
            long quantity = 1 + random.nextInt(40);
            long price = 900 + random.nextInt(200);
            there += comes ? quantity : -quantity;
            quantities[i] = comes ? quantity : -quantity;
            values[i] = comes ? quantity * price : 0;
            drawn.add(comes ? receipt(i + 1L, quantity, price) : issue(i + 1L, quantity));
        }
        events = drawn.toImmutable();
    }

    static LocalDateTime at(long number) {
        return START.plusSeconds(30L * (number - 1));
    }

    private static StockEvent receipt(long number, long quantity, long price) {
        Cost each = new Cost.Each(Rational.of(price));
        return new StockEvent.Receipt(number, at(number), Goods.of("bolt"), Rational.of(quantity), Optional.of(each));
    }

    private static StockEvent issue(long number, long quantity) {
        return new StockEvent.Issue(number, at(number), Goods.of("bolt"), Rational.of(quantity));
    }

    ValuationLedger ledger(ValuationMethod method) {
        return Valuation.of(events, Lists.immutable.of(ITEM), ValuationPolicy.of(method), Amounts.currency("EUR"))
                .orElseThrow();
    }

    FifoIndex index() {
        FifoIndex index = new FifoIndex();
        for (int i = 0; i < quantities.length; i++) {
            if (quantities[i] > 0) {
                index.receipt(i + 1L, at(i + 1L), quantities[i], values[i]);
            } else {
                index.issue(i + 1L, at(i + 1L), -quantities[i]);
            }
        }
        return index;
    }
}
