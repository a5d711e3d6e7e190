package dev.erpkit.company;

import dev.erpkit.company.goods.GoodsTask;
import dev.erpkit.company.goods.Recipes;
import dev.erpkit.company.goods.Ware;
import dev.erpkit.core.calendar.BusinessCalendar;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.count.CycleCounts;
import dev.erpkit.inventory.count.CycleCounts.LastCount;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;

/**
 * What happens to goods within the house: beans are roasted at the beginning of each week, gift sets put together at the
 * beginning of each month, what is spoilt is thrown away once a quarter, and a few wares are counted in the middle of each
 * month and all of them when the year ends.
 */
final class StockCare {
    private static final long ROASTED = 2_400;
    private static final long GIFT_SETS = 60;

    private final BusinessCalendar calendar;
    private final PlannedGoods goods;
    private final Map<Ware, LocalDate> counted = new EnumMap<>(Ware.class);

    StockCare(BusinessCalendar calendar, PlannedGoods goods) {
        this.calendar = calendar;
        this.goods = goods;
    }

    /** What is made on a business day. */
    void workshop(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        if (day.equals(calendar.nextOrSame(monday))) {
            make("ROAST-" + day, day, Ware.ROASTED, Math.max(0, ROASTED - goods.there(Ware.ROASTED)));
        }
        if (day.equals(calendar.nextOrSame(day.withDayOfMonth(3)))) {
            make("GIFT-" + day, day, Ware.GIFT_SET, Math.max(GIFT_SETS / 3, GIFT_SETS - goods.there(Ware.GIFT_SET)));
        }
    }

    /** Makes tens, as far as there is enough of what they take. */
    private void make(String id, LocalDate day, Ware ware, long wanted) {
        long quantity = wanted / 10 * 10;
        for (Map.Entry<Ware, Rational> need : Recipes.needs(ware, 10).entrySet()) {
            long tens = goods.there(need.getKey()) / whole(need.getValue());
            quantity = Math.min(quantity, tens * 10);
        }
        if (quantity > 0) {
            Recipes.needs(ware, quantity).forEach((component, need) -> goods.change(component, -whole(need)));
            goods.change(ware, quantity);
            goods.add(day, new GoodsTask.Made(id, ware, quantity));
        }
    }

    private static long whole(Rational quantity) {
        return quantity.numerator().divide(quantity.denominator()).longValueExact();
    }

    /** What is thrown away and counted on a business day. */
    void shelf(LocalDate day) {
        boolean quarter = day.getMonthValue() % 3 == 0;
        if (quarter && day.equals(calendar.nextOrSame(day.withDayOfMonth(15)))) {
            scrap(day, Ware.GREEN, Chance.between(4, 12, "spoilt" + day));
            scrap(day, Ware.EQUIPMENT, Chance.between(1, 4, "broken" + day));
        }
        if (day.equals(TradingYear.LAST)) {
            count("STOCKTAKING-" + day, day, Lists.immutable.with(Ware.values()));
        } else if (day.equals(calendar.nextOrSame(day.withDayOfMonth(20)))) {
            count(
                    "COUNT-" + day,
                    day,
                    CycleCounts.due(
                                    Lists.immutable
                                            .with(Ware.values())
                                            .reject(Ware::onOrder)
                                            .collect(ware ->
                                                    new LastCount(ware.item(), Optional.ofNullable(counted.get(ware)))),
                                    item -> 60,
                                    day,
                                    3)
                            .collect(item -> Ware.find(item).orElseThrow()));
        }
    }

    private void scrap(LocalDate day, Ware ware, long quantity) {
        goods.change(ware, -quantity);
        goods.add(day, new GoodsTask.Scrapped("SCRAP-" + day, ware, quantity));
    }

    private void count(String sheet, LocalDate day, Iterable<Ware> wares) {
        Map<Ware, Long> off = new EnumMap<>(Ware.class);
        for (Ware ware : wares) {
            if (goods.there(ware) > 3) {
                long difference = Chance.between(-3, 1, sheet + ware);
                off.put(ware, difference);
                goods.change(ware, difference);
                counted.put(ware, day);
            }
        }
        goods.add(day, new GoodsTask.Counted(sheet, off));
    }
}
