package dev.erpkit.company;

import dev.erpkit.company.goods.GoodsTask;
import dev.erpkit.company.goods.GoodsTask.Opened;
import dev.erpkit.company.goods.Ware;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much there is of each ware while the year is planned, and what the plan asks to be done about goods. So nothing is sold
 * that is not there, and what is short is ordered.
 */
final class PlannedGoods {
    private record Arrival(Ware ware, long quantity) {}

    private final Map<Ware, Long> there = new EnumMap<>(Ware.class);
    private final Map<Ware, Long> coming = new EnumMap<>(Ware.class);
    private final Map<LocalDate, List<Arrival>> arrivals = new TreeMap<>();
    private final TreeMap<LocalDate, List<GoodsTask>> tasks = new TreeMap<>();

    PlannedGoods() {
        for (Opened opened : OpeningGoods.ALL) {
            change(opened.ware(), opened.quantity());
            add(TradingYear.OPENING, opened);
        }
    }

    long there(Ware ware) {
        return there.getOrDefault(ware, 0L);
    }

    /** What there is, and what is on order. */
    long projected(Ware ware) {
        return there(ware) + coming.getOrDefault(ware, 0L);
    }

    void change(Ware ware, long by) {
        there.merge(ware, by, Math::addExact);
    }

    /** So much is there from the day on which its delivery note is in the records. */
    void expect(LocalDate day, Ware ware, long quantity) {
        coming.merge(ware, quantity, Math::addExact);
        arrivals.computeIfAbsent(day, d -> new ArrayList<>()).add(new Arrival(ware, quantity));
    }

    /** A day begins, and what was expected comes. */
    void morning(LocalDate day) {
        for (Arrival arrival : arrivals.getOrDefault(day, List.of())) {
            change(arrival.ware(), arrival.quantity());
            coming.merge(arrival.ware(), -arrival.quantity(), Math::addExact);
        }
    }

    void add(LocalDate day, GoodsTask task) {
        tasks.computeIfAbsent(day, d -> new ArrayList<>()).add(task);
    }

    /** What is to be done, by day. */
    SortedMap<LocalDate, List<GoodsTask>> tasks() {
        return tasks;
    }
}
