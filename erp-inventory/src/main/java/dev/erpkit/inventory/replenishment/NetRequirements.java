package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.assembly.BillOfMaterials;
import dev.erpkit.inventory.assembly.Boms;
import dev.erpkit.inventory.assembly.ScrapRule;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/**
 * Net requirements by date over bills of materials: level by level from the top, whatever is missing on a day is ordered so
 * many days ahead, and an order of something that is made needs its components on the day of its release. Kits are never
 * ordered: whoever needs them needs their components. Days are calendar days; what should have been earlier than today is
 * wanted today; by-products are not counted on.
 */
public final class NetRequirements {
    private final Boms boms;
    private final ScrapRule scrap;
    private final LocalDate today;
    private final ImmutableMap<String, ItemPlanning> items;
    private final MutableMap<String, NavigableMap<LocalDate, Rational>> changes = Maps.mutable.empty();
    private final MutableList<PlannedOrder> orders = Lists.mutable.empty();

    private NetRequirements(Boms boms, ScrapRule scrap, LocalDate today, ImmutableMap<String, ItemPlanning> items) {
        this.boms = boms;
        this.scrap = scrap;
        this.today = today;
        this.items = items;
    }

    /**
     * The orders that are missing.
     *
     * @param items how items are planned; others have nothing on hand and come at once in any quantity
     * @param planned demand, below zero, and what has been ordered and will come, above zero; what components the orders for
     *     made items take is demand too, see {@link #consequences}
     * @return the orders, those that are to be placed first at first
     */
    public static ImmutableList<PlannedOrder> plan(
            Boms boms, ScrapRule scrap, LocalDate today, Iterable<ItemPlanning> items, Iterable<Planned> planned) {
        NetRequirements run = new NetRequirements(
                boms, scrap, today, Lists.immutable.ofAll(items).toImmutableMap(ItemPlanning::item, i -> i));
        planned.forEach(run::change);
        ImmutableList<String> levels = boms.fromTheTop();
        MutableList<String> others = Lists.mutable.ofAll(run.changes.keySet());
        run.items.keysView().reject(run.changes::containsKey).forEach(others::add);
        levels.forEach(run::item);
        others.reject(levels::contains).sortThis().forEach(run::item);
        return Lists.immutable.ofAll(run.orders.toSortedListBy(PlannedOrder::release));
    }

    /** What orders mean once they are placed: that they come, and take their components when they are released. */
    public static ImmutableList<Planned> consequences(Boms boms, ScrapRule scrap, Iterable<PlannedOrder> orders) {
        return Lists.immutable
                .ofAll(orders)
                .flatCollect(order -> Lists.immutable
                        .of(new Planned(order.item(), order.due(), order.quantity()))
                        .newWithAll(components(boms, scrap, order)));
    }

    private static ImmutableList<Planned> components(Boms boms, ScrapRule scrap, PlannedOrder order) {
        return Lists.immutable.ofAll(boms.needs(order.item(), order.quantity(), scrap)
                .keyValuesView()
                .collect(need -> new Planned(
                        need.getOne(), order.release(), need.getTwo().negate())));
    }

    private void change(Planned planned) {
        LocalDate day = planned.day().isBefore(today) ? today : planned.day();
        changes.getIfAbsentPut(planned.item(), TreeMap::new).merge(day, planned.quantity(), Rational::add);
    }

    private void item(String item) {
        if (boms.bill(item).map(BillOfMaterials::phantom).orElse(false)) {
            takeApart(item);
            return;
        }
        ItemPlanning planning =
                Optional.ofNullable(items.get(item)).orElseGet(() -> ItemPlanning.of(item, Rational.ZERO, 0));
        NavigableMap<LocalDate, Rational> days = changes.getIfAbsentPut(item, TreeMap::new);
        days.putIfAbsent(today, Rational.ZERO);
        Rational level = planning.onHand();
        for (Map.Entry<LocalDate, Rational> change : days.entrySet()) {
            level = level.add(change.getValue());
            Rational missing = planning.safetyStock().subtract(level);
            if (missing.signum() > 0) {
                Rational quantity = planning.sized(missing);
                order(planning, change.getKey(), quantity);
                level = level.add(quantity);
            }
        }
    }

    private void order(ItemPlanning planning, LocalDate due, Rational quantity) {
        LocalDate release = due.minusDays(planning.leadDays());
        PlannedOrder order = new PlannedOrder(planning.item(), release, due, quantity, release.isBefore(today));
        orders.add(order);
        components(boms, scrap, order).forEach(this::change);
    }

    private void takeApart(String kit) {
        Optional.ofNullable(changes.get(kit))
                .ifPresent(days -> days.forEach((day, change) -> {
                    if (change.signum() < 0) {
                        boms.needs(kit, change.negate(), scrap)
                                .forEachKeyValue((item, need) -> change(new Planned(item, day, need.negate())));
                    }
                }));
    }
}
