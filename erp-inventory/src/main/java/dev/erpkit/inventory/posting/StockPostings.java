package dev.erpkit.inventory.posting;

import dev.erpkit.inventory.valuation.Balance;
import dev.erpkit.inventory.valuation.ConversionCost;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.Valuation;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.set.ImmutableSet;

/** Works out what valued facts amount to in the books. Each fact balances by itself. */
public final class StockPostings {
    /** What is owed or used up for goods that come in, and so a purchase under periodic bookkeeping. */
    private static final ImmutableSet<StockRole> OWED = Sets.immutable.of(
            StockRole.GOODS_RECEIVED, StockRole.CHARGES, StockRole.LABOUR, StockRole.OVERHEAD, StockRole.PRODUCTION);

    private final ValuationLedger ledger;
    private final LongFunction<Optional<StockRole>> against;
    private final UnaryOperator<String> categories;
    private final MutableMap<Long, StockEvent> facts = Maps.mutable.empty();
    private final MutableList<StockPosting> postings = Lists.mutable.empty();

    private StockPostings(
            Iterable<? extends StockEvent> events,
            ValuationLedger ledger,
            LongFunction<Optional<StockRole>> against,
            UnaryOperator<String> categories) {
        this.ledger = ledger;
        this.against = against;
        this.categories = categories;
        events.forEach(event -> facts.put(event.number(), event));
        events.forEach(this::post);
    }

    /** Perpetual bookkeeping: every fact is in the books as it is in stock. No issue counts as a loss, no receipt as opening. */
    public static ImmutableList<StockPosting> perpetual(Iterable<? extends StockEvent> events, ValuationLedger ledger) {
        return perpetual(events, ledger, number -> Optional.empty());
    }

    /**
     * Perpetual bookkeeping.
     *
     * @param against what stands against an issue or receipt other than the cost of goods and goods received: adjustments for
     *     losses and finds, opening stock
     */
    public static ImmutableList<StockPosting> perpetual(
            Iterable<? extends StockEvent> events, ValuationLedger ledger, LongFunction<Optional<StockRole>> against) {
        return perpetual(events, ledger, against, item -> "");
    }

    /**
     * Perpetual bookkeeping that keeps the categories of items apart. What a production takes of one category and gives of
     * another changes the stock of both; what stands against it, and the variance of facts that are about several categories, is
     * of none.
     *
     * @param against what stands against an issue or receipt other than the cost of goods and goods received: adjustments for
     *     losses and finds, opening stock
     * @param categories the category of an item, empty for none
     */
    public static ImmutableList<StockPosting> perpetual(
            Iterable<? extends StockEvent> events,
            ValuationLedger ledger,
            LongFunction<Optional<StockRole>> against,
            UnaryOperator<String> categories) {
        return new StockPostings(events, ledger, against, categories).postings.toImmutable();
    }

    /**
     * Periodic bookkeeping: what came in during a period are purchases, and at its end the cost of goods is all that does not
     * lie in stock, losses and finds included. Posted at the last day, under the number given; opening stock as it is opened.
     *
     * @param against as in {@link #perpetual(Iterable, ValuationLedger, LongFunction)}
     * @param number stands for the period, apart from the numbers of facts
     * @param from the first day
     * @param to the last day
     */
    public static ImmutableList<StockPosting> periodic(
            Iterable<? extends StockEvent> events,
            ValuationLedger ledger,
            LongFunction<Optional<StockRole>> against,
            long number,
            LocalDate from,
            LocalDate to) {
        long opening = value(ledger, from.atStartOfDay().minusNanos(1));
        long closing = value(ledger, to.plusDays(1).atStartOfDay().minusNanos(1));
        MutableList<StockPosting> postings = Lists.mutable.empty();
        long purchases = 0;
        long opened = 0;
        for (StockPosting posting : perpetual(events, ledger, against)) {
            boolean opens = posting.role() == StockRole.OPENING;
            boolean within =
                    !posting.effective().isBefore(from) && !posting.effective().isAfter(to);
            if (within && (opens || OWED.contains(posting.role()))) {
                postings.add(posting);
                long came = Math.negateExact(posting.minor());
                postings.add(new StockPosting(
                        posting.event(),
                        opens ? StockRole.STOCK : StockRole.PURCHASES,
                        posting.effective(),
                        posting.own(),
                        came));
                opened = opens ? Math.addExact(opened, came) : opened;
                purchases = opens ? purchases : Math.addExact(purchases, came);
            }
        }
        long change = Math.subtractExact(Math.subtractExact(closing, opening), opened);
        postings.add(new StockPosting(number, StockRole.STOCK, to, to, change));
        postings.add(new StockPosting(number, StockRole.PURCHASES, to, to, -purchases));
        postings.add(new StockPosting(number, StockRole.COST_OF_GOODS, to, to, Math.subtractExact(purchases, change)));
        return postings.reject(posting -> posting.minor() == 0).toImmutable();
    }

    private static long value(ValuationLedger ledger, LocalDateTime at) {
        return ledger.asOf(at).valuesView().sumOfLong(Balance::value);
    }

    private void post(StockEvent event) {
        long number = event.number();
        Optional<LocalDateTime> at = ledger.effective(number);
        if (at.isEmpty()) {
            return;
        }
        long came = ledger.inbound().getIfAbsentValue(number, 0L);
        long charged = event instanceof StockEvent.Receipt ? ledger.charged(number) : 0;
        long charge = ledger.charges().getIfAbsentValue(number, 0L);
        long more = Math.subtractExact(
                Math.addExact(came, charge) - charged, ledger.costs().getIfAbsentValue(number, 0L));
        long change = Math.addExact(more, ledger.revaluations().getIfAbsentValue(number, 0L));
        long variance = ledger.variances().getIfAbsentValue(number, 0L);
        LocalDate own = at.get().toLocalDate();
        LocalDate effective = charge == 0 ? own : chargedDay((StockEvent.LandedCost) event, own);
        SortedMap<String, Long> stock = byCategory(event, Math.subtractExact(change, variance));
        String common = stock.size() == 1 ? stock.firstKey() : "";
        stock.forEach((category, minor) ->
                add(new StockPosting(event.number(), StockRole.STOCK, effective, own, minor, category)));
        add(new StockPosting(event.number(), StockRole.VARIANCE, effective, own, variance, common));
        long rest = Math.negateExact(change);
        if (event instanceof StockEvent.Production production) {
            ConversionCost conversion = production.conversion();
            add(new StockPosting(number, StockRole.LABOUR, effective, own, -conversion.labour(), common));
            add(new StockPosting(number, StockRole.OVERHEAD, effective, own, -conversion.overhead(), common));
            rest = Math.addExact(rest, Math.addExact(conversion.labour(), conversion.overhead()));
        }
        add(new StockPosting(number, counter(event), effective, own, rest, common));
    }

    private void add(StockPosting posting) {
        if (posting.minor() != 0) {
            postings.add(posting);
        }
    }

    /** By how much the fact changes the stock of each category that it is about. */
    private SortedMap<String, Long> byCategory(StockEvent event, long whole) {
        SortedMap<String, Long> stock = new TreeMap<>();
        ledger.stockByItem(event.number())
                .forEachKeyValue((item, minor) -> stock.merge(categories.apply(item), minor, Math::addExact));
        if (stock.isEmpty()) {
            stock.put(item(event).map(categories).orElse(""), whole);
        }
        return stock;
    }

    /** The item of a fact that is about one. */
    private Optional<String> item(StockEvent event) {
        return Valuation.items(Lists.immutable.of(event))
                .getFirstOptional()
                .or(() -> origin(event).flatMap(this::item));
    }

    /** What an event amends. What names itself or a later one has been cancelled, and amends nothing. */
    private Optional<StockEvent> origin(StockEvent event) {
        return amended(event).filter(of -> of < event.number()).flatMap(of -> Optional.ofNullable(facts.get(of)));
    }

    private static Optional<Long> amended(StockEvent event) {
        if (event instanceof StockEvent.QuantityCorrection correction) {
            return Optional.of(correction.of());
        } else if (event instanceof StockEvent.PriceCorrection correction) {
            return Optional.of(correction.of());
        } else if (event instanceof StockEvent.Cancel cancel) {
            return Optional.of(cancel.of());
        } else if (event instanceof StockEvent.Bill bill) {
            return Optional.of(bill.of());
        }
        return event instanceof StockEvent.LandedCost cost ? cost.of().getFirstOptional() : Optional.empty();
    }

    /** The day on which the first of the goods came that a cost was put on. */
    private LocalDate chargedDay(StockEvent.LandedCost cost, LocalDate own) {
        return cost.of()
                .flatCollect(of -> Lists.immutable.fromStream(ledger.effective(of).stream()))
                .collect(LocalDateTime::toLocalDate)
                .minOptional()
                .orElse(own);
    }

    /** What stands against stock and variance. */
    private StockRole counter(StockEvent event) {
        if (event instanceof StockEvent.Receipt) {
            return against.apply(event.number()).orElse(StockRole.GOODS_RECEIVED);
        } else if (event instanceof StockEvent.Issue) {
            return against.apply(event.number()).orElse(StockRole.COST_OF_GOODS);
        } else if (event instanceof StockEvent.CustomerReturn) {
            return StockRole.COST_OF_GOODS;
        } else if (event instanceof StockEvent.VendorReturn || event instanceof StockEvent.Bill) {
            return StockRole.GOODS_RECEIVED;
        } else if (event instanceof StockEvent.LandedCost) {
            return StockRole.CHARGES;
        } else if (event instanceof StockEvent.Production) {
            return StockRole.PRODUCTION;
        } else if (event instanceof StockEvent.QuantityCorrection
                || event instanceof StockEvent.PriceCorrection
                || event instanceof StockEvent.Cancel) {
            return origin(event).map(this::counter).orElse(StockRole.ADJUSTMENT);
        }
        return StockRole.ADJUSTMENT;
    }
}
