package dev.erpkit.hr.payroll;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.value.InvalidValueException;
import java.util.function.LongUnaryOperator;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/**
 * An order to pay a creditor out of somebody's pay.
 *
 * @param id the host's id of the order
 * @param priority 1 is served first; a later one gets nothing before all earlier ones have all they ask
 * @param wanted what it asks of this payment, in minor units; not below zero
 * @param limit the most that the law lets all orders up to this one take together, from the disposable pay in minor units;
 *     a limit below what earlier ones have taken leaves nothing
 */
public record Garnishment(String id, int priority, long wanted, LongUnaryOperator limit) {
    /** Checks the amount: {@code payroll.garnishment}. */
    public Garnishment {
        if (wanted < 0) {
            throw new InvalidValueException(
                    "Garnishment", "wanted", "payroll.garnishment", "must not be below zero");
        }
    }

    /**
     * What each order gets. Orders of one priority share by what they ask where it does not suffice for all of them.
     *
     * @param disposable what is left after the deductions that go before, in minor units
     * @param protectedFloor what stays with the employee whatever is ordered, in minor units
     * @param orders in any order
     * @return minor units by order, in the order of their priority and id
     */
    public static ImmutableMap<String, Long> serve(
            long disposable, long protectedFloor, ImmutableList<Garnishment> orders) {
        MutableMap<String, Long> served = Maps.mutable.empty();
        long taken = 0;
        long most = Math.max(0, disposable - protectedFloor);
        boolean full = true;
        for (ImmutableList<Garnishment> equals : byPriority(orders)) {
            long wanted = equals.collectLong(Garnishment::wanted).sum();
            long limit = full
                    ? equals.collectLong(order -> order.limit.applyAsLong(disposable)).min()
                    : 0;
            long room = Math.max(0, Math.min(most, limit) - taken);
            long[] parts = divide(Math.min(wanted, room), equals);
            equals.forEachWithIndex((order, i) -> served.put(order.id, parts[i]));
            taken += Math.min(wanted, room);
            full &= wanted <= room;
        }
        return served.toImmutable();
    }

    private static ImmutableList<ImmutableList<Garnishment>> byPriority(ImmutableList<Garnishment> orders) {
        MutableList<ImmutableList<Garnishment>> groups = Lists.mutable.empty();
        orders.collect(Garnishment::priority).distinct().toSortedList().forEach(priority -> groups.add(orders.select(
                        order -> order.priority == priority)
                .toSortedListBy(Garnishment::id)
                .toImmutable()));
        return groups.toImmutable();
    }

    private static long[] divide(long amount, ImmutableList<Garnishment> equals) {
        long[] weights = equals.collectLong(Garnishment::wanted).toArray();
        return amount == 0
                ? new long[weights.length]
                : Allocator.allocate(amount, weights, RemainderRule.LARGEST_REMAINDER);
    }

    /** Without the amount. */
    @Override
    public String toString() {
        return "Garnishment of priority " + priority;
    }
}
