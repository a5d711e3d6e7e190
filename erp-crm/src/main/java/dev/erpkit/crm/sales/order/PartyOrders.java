package dev.erpkit.crm.sales.order;

import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import java.util.LinkedHashMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** The orders that many records make. */
final class PartyOrders {
    private PartyOrders() {}

    static ImmutableList<Order> of(ImmutableList<SalesRecord<OrderChange>> records) {
        LinkedHashMap<DocumentId, MutableList<SalesRecord<OrderChange>>> byOrder = new LinkedHashMap<>();
        records.forEach(fact -> byOrder.computeIfAbsent(fact.document(), id -> Lists.mutable.empty())
                .add(fact));
        MutableList<Order> orders = Lists.mutable.empty();
        byOrder.values().forEach(some -> Order.of(some.toImmutable()).ifPresent(orders::add));
        return orders.toImmutable();
    }
}
