package dev.erpkit.crm.pipeline;

import java.util.function.Predicate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.IntLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.IntList;
import org.eclipse.collections.api.list.primitive.MutableIntList;

/**
 * Deals beside what they are worth, in columns of minor units with their sums: who asks for totals alone has no object made
 * for each deal, and none is read twice. A deal without a price is worth 0 here.
 */
final class PricedColumns {
    private final ImmutableList<Expectation> deals;
    private final DealPrice[] prices;
    private final long[] minor;
    private final long[] weighted;
    private final long[] worth = new long[StageKind.values().length];
    private long sumWeighted;
    private int priced;

    /** Columns that are to be {@link #put}, one after the other. */
    PricedColumns(ImmutableList<Expectation> deals) {
        int size = deals.size();
        this.deals = deals;
        this.prices = new DealPrice[size];
        this.minor = new long[size];
        this.weighted = new long[size];
    }

    @SuppressWarnings("EnumOrdinal") // of an array made from the same values
    void put(int at, Expectation deal, DealPrice price, long minorOf, long weightedOf) {
        prices[at] = price;
        minor[at] = minorOf;
        weighted[at] = weightedOf;
        int kind = deal.kind().ordinal();
        worth[kind] = Math.addExact(worth[kind], minorOf);
        sumWeighted = Math.addExact(sumWeighted, weightedOf);
        priced += price.known() ? 1 : 0;
    }

    ImmutableList<Expectation> deals() {
        return deals;
    }

    ImmutableList<PricedDeal> priced() {
        MutableList<PricedDeal> list = Lists.mutable.ofInitialCapacity(priced);
        for (int i = 0; i < prices.length; i++) {
            if (prices[i].known()) {
                list.add(new PricedDeal(deals.get(i), prices[i].rate(), minor[i], weighted[i]));
            }
        }
        return list.toImmutable();
    }

    ImmutableList<Expectation> unpriced() {
        MutableList<Expectation> unpriced = Lists.mutable.empty();
        for (int i = 0; i < prices.length; i++) {
            if (!prices[i].known()) {
                unpriced.add(deals.get(i));
            }
        }
        return unpriced.toImmutable();
    }

    int countPriced() {
        return priced;
    }

    /** The exact sum of what the deals of a kind are worth. */
    @SuppressWarnings("EnumOrdinal") // of an array made from the same values
    long worth(StageKind kind) {
        return worth[kind.ordinal()];
    }

    /** The exact sum of what all are worth, each times its probability. */
    long sumWeighted() {
        return sumWeighted;
    }

    PricedColumns select(Predicate<Expectation> which) {
        MutableIntList places = IntLists.mutable.empty();
        deals.forEachWithIndex((deal, at) -> {
            if (which.test(deal)) {
                places.add(at);
            }
        });
        return at(places);
    }

    /** The columns of some places. */
    PricedColumns at(IntList places) {
        PricedColumns some = new PricedColumns(places.collect(deals::get).toImmutable());
        places.forEachWithIndex(
                (place, at) -> some.put(at, deals.get(place), prices[place], minor[place], weighted[place]));
        return some;
    }
}
