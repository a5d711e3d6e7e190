package dev.erpkit.crm.sales.order;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import org.eclipse.collections.api.factory.Maps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.map.ImmutableMap;
import org.eclipse.collections.api.map.MutableMap;

/** What orders have called off a frame contract. */
public final class CallOffs {
    private CallOffs() {}

    /** What is wanted of each item by the orders that call off a contract, without what they cancelled or gave back. */
    public static ImmutableMap<String, Rational> of(DocumentId contract, ImmutableList<Order> orders) {
        MutableMap<String, Rational> wanted = Maps.mutable.empty();
        orders.select(order -> order.terms().contract().filter(contract::equals).isPresent())
                .flatCollect(Order::lines)
                .forEach(line -> wanted.merge(line.sale().item(), line.wanted(), Rational::add));
        return wanted.toImmutable();
    }
}
