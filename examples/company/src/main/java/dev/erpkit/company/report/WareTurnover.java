package dev.erpkit.company.report;

import dev.erpkit.company.goods.Ware;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.analysis.ItemClasses;
import dev.erpkit.inventory.analysis.ItemClasses.Abc;
import dev.erpkit.inventory.analysis.Turnover;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Shift;
import dev.erpkit.inventory.move.StockFact;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.valuation.Balance;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.ValuationLedger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.MutableMap;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/**
 * How fast a ware went in a year.
 *
 * @param ware the ware
 * @param sold what customers took and kept of it cost
 * @param used what of it became other wares cost
 * @param times how often that is the stock there was on average; empty where there was none
 * @param days how many days the stock lasts when it goes on like this; empty where nothing went
 * @param abc its class by what went
 */
public record WareTurnover(
        Ware ware, long sold, long used, Optional<Rational> times, Optional<Rational> days, Abc abc) {
    private static final Rational A = Rational.of(4, 5);
    private static final Rational B = Rational.of(19, 20);

    /** The wares in their order, from the first fact through a day. */
    static ImmutableList<WareTurnover> of(ImmutableList<StockFact> facts, ValuationLedger ledger, LocalDate day) {
        Gone gone = new Gone(facts, ledger);
        LocalDateTime opening = facts.collect(StockFact::at).min();
        MutableList<ImmutableSortedMap<Goods, Balance>> stocks = Lists.mutable.empty();
        stocks.add(ledger.asOf(opening));
        YearMonth last = YearMonth.from(day);
        for (YearMonth month = YearMonth.from(opening); !month.isAfter(last); month = month.plusMonths(1)) {
            LocalDateTime end = month.plusMonths(1).atDay(1).atStartOfDay().minusNanos(1);
            stocks.add(ledger.asOf(end));
        }
        int days = (int) ChronoUnit.DAYS.between(opening.toLocalDate(), day) + 1;
        ImmutableSortedMap<String, Abc> classes = ItemClasses.abc(gone.byItem(), A, B);
        return Lists.immutable.with(Ware.values()).collect(ware -> {
            String item = ware.item();
            ImmutableList<Long> values =
                    stocks.collect(stock -> value(stock, item)).toImmutable();
            return new WareTurnover(
                    ware,
                    gone.sold.getIfAbsentValue(item, 0L),
                    gone.used.getIfAbsentValue(item, 0L),
                    Turnover.times(gone.of(item), values),
                    Turnover.daysOfSupply(
                            ledger.quantity(item), gone.quantities.getIfAbsentValue(item, Rational.ZERO), days),
                    classes.get(item));
        });
    }

    private static long value(ImmutableSortedMap<Goods, Balance> stock, String item) {
        return stock.containsKey(Goods.of(item)) ? stock.get(Goods.of(item)).value() : 0;
    }

    /** What went, by item: to customers, less what came back, and into other goods. */
    private static final class Gone {
        private final MutableMap<String, Long> sold = Maps.mutable.empty();
        private final MutableMap<String, Long> used = Maps.mutable.empty();
        private final MutableMap<String, Rational> quantities = Maps.mutable.empty();

        Gone(ImmutableList<StockFact> facts, ValuationLedger ledger) {
            for (Shift shift : StockLevels.of(facts).shifts()) {
                String item = shift.to().item();
                if (shift.to().location().kind() == LocationKind.CUSTOMER) {
                    sold.merge(item, ledger.costs().get(shift.number()), Math::addExact);
                    quantities.merge(item, shift.quantity(), Rational::add);
                } else if (shift.from().location().kind() == LocationKind.CUSTOMER) {
                    sold.merge(item, -ledger.inbound().get(shift.number()), Math::addExact);
                    quantities.merge(item, shift.quantity().negate(), Rational::add);
                } else if (shift.to().location().kind() == LocationKind.PRODUCTION) {
                    quantities.merge(item, shift.quantity(), Rational::add);
                }
            }
            facts.collect(StockFact::number)
                    .select(number -> ledger.stockByItem(number).notEmpty()
                            && !ledger.charges().containsKey(number))
                    .forEach(number -> ledger.stockByItem(number).forEachKeyValue((item, minor) -> {
                        if (minor < 0) {
                            used.merge(item, -minor, Math::addExact);
                        }
                    }));
        }

        long of(String item) {
            return Math.addExact(sold.getIfAbsentValue(item, 0L), used.getIfAbsentValue(item, 0L));
        }

        Map<String, Long> byItem() {
            MutableMap<String, Long> all = Maps.mutable.empty();
            Lists.immutable.with(Ware.values()).forEach(ware -> all.put(ware.item(), of(ware.item())));
            return all;
        }
    }
}
