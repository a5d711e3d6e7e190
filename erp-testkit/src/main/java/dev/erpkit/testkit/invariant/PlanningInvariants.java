package dev.erpkit.testkit.invariant;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.assembly.Boms;
import dev.erpkit.inventory.assembly.Kit;
import dev.erpkit.inventory.assembly.ScrapRule;
import dev.erpkit.inventory.replenishment.ItemPlanning;
import dev.erpkit.inventory.replenishment.MultipleRounding;
import dev.erpkit.inventory.replenishment.NetRequirements;
import dev.erpkit.inventory.replenishment.OrderProposal;
import dev.erpkit.inventory.replenishment.Planned;
import dev.erpkit.inventory.replenishment.PlannedOrder;
import dev.erpkit.inventory.replenishment.ProjectedStock;
import dev.erpkit.inventory.replenishment.ReorderRule;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.ImmutableSortedMap;

/** What holds of proposals to order, of net requirements and of kits. */
public final class PlanningInvariants {
    private PlanningInvariants() {}

    /**
     * What is proposed reaches the minimum and does not exceed the maximum, but where the sizes of orders say otherwise; and
     * when it has come, nothing more is proposed.
     */
    public static ImmutableList<Finding> enoughAndOnce(ReorderRule rule, Rational projected) {
        MutableList<Finding> found = Lists.mutable.empty();
        OrderProposal proposal = rule.propose(projected);
        String where = "at " + projected;
        boolean cut = rule.multiple().isPresent() && rule.rounding() == MultipleRounding.DOWN;
        if (!cut && proposal.after().compareTo(rule.min()) < 0) {
            found.add(new Finding("reorder-min", where, proposal.after() + " is below " + rule.min()));
        }
        boolean sized = rule.fixedQuantity().isPresent()
                || rule.leastOrder().isPresent()
                || (rule.multiple().isPresent() && rule.rounding() == MultipleRounding.UP);
        if (!sized && proposal.quantity().signum() > 0 && proposal.after().compareTo(rule.max()) > 0) {
            found.add(new Finding("reorder-max", where, proposal.after() + " is above " + rule.max()));
        }
        if (proposal.quantity().signum() < 0) {
            found.add(new Finding("reorder-negative", where, proposal.quantity().toString()));
        }
        Rational again = rule.propose(proposal.after()).quantity();
        if (!again.isZero()) {
            found.add(new Finding("reorder-once", where, "a second run proposes " + again));
        }
        return found.toImmutable();
    }

    /** Once its orders are placed no item that is stocked ever falls below its safety stock, and nothing more is proposed. */
    public static ImmutableList<Finding> requirementsAreMet(
            Boms boms,
            ScrapRule scrap,
            LocalDate today,
            ImmutableList<ItemPlanning> items,
            ImmutableList<Planned> planned) {
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<PlannedOrder> orders = NetRequirements.plan(boms, scrap, today, items, planned);
        ImmutableList<Planned> placed = planned.newWithAll(NetRequirements.consequences(boms, scrap, orders));
        NetRequirements.plan(boms, scrap, today, items, placed)
                .forEach(order -> found.add(new Finding("requirements-once", order.item(), order.toString())));
        for (ItemPlanning item : items) {
            boolean kit = boms.bill(item.item()).map(bill -> bill.phantom()).orElse(false);
            boolean bought = placed.noneSatisfy(
                    p -> boms.bill(p.item()).map(bill -> bill.phantom()).orElse(false));
            Rational least = ProjectedStock.of(
                            item.onHand(), today, placed.select(p -> p.item().equals(item.item())))
                    .leastFrom(today);
            if (!kit && bought && least.compareTo(item.safetyStock()) < 0) {
                found.add(new Finding("requirements-met", item.item(), "falls to " + least));
            }
        }
        return found.toImmutable();
    }

    /** As many kits as are said to be available can be taken from stock, and not one more. */
    public static ImmutableList<Finding> kitsFloor(Kit kit, Map<String, Rational> stock) {
        Rational available = kit.available(item -> stock.getOrDefault(item, Rational.ZERO));
        boolean none = available.isZero();
        boolean fits = none || covers(stock, kit.moves(available).orElseThrow());
        boolean more = covers(stock, kit.moves(available.add(Rational.ONE)).orElseThrow());
        return fits && !more
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding("kit-floor", "kit", available + " of " + stock));
    }

    private static boolean covers(Map<String, Rational> stock, ImmutableSortedMap<String, Rational> moves) {
        return moves.keyValuesView()
                .allSatisfy(
                        move -> stock.getOrDefault(move.getOne(), Rational.ZERO).compareTo(move.getTwo()) >= 0);
    }

    /** What has moved of an order and what is still to be moved are the order, component by component. */
    public static ImmutableList<Finding> backOrdersComplete(Kit kit, Rational order, Map<String, Rational> moved) {
        ImmutableSortedMap<String, Rational> whole = kit.moves(order).orElseThrow();
        ImmutableSortedMap<String, Rational> rest = kit.backOrder(order, moved).orElseThrow();
        SortedMap<String, Rational> sums = new TreeMap<>();
        whole.forEachKeyValue((item, quantity) -> {
            Rational did = moved.getOrDefault(item, Rational.ZERO);
            Rational counted = did.compareTo(quantity) > 0 ? quantity : did;
            sums.put(item, counted.add(rest.getIfAbsentValue(item, Rational.ZERO)));
        });
        return sums.equals(whole.castToSortedMap())
                ? Lists.immutable.empty()
                : Lists.immutable.of(new Finding("kit-back-order", "kit", sums + " of " + whole));
    }
}
