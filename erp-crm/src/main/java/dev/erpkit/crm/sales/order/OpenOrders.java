package dev.erpkit.crm.sales.order;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.port.SalesLog;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The orders of a party that are not settled, folded on from where the last question left off. What a running unit of work
 * reads may be rolled back, so there it is folded and not kept.
 */
final class OpenOrders {
    private final SalesLog<OrderChange> log;
    private final UnitOfWork unitOfWork;
    private final ConcurrentHashMap<PartyId, Fold> folds = new ConcurrentHashMap<>();

    /** The open orders up to a sequence, in the order in which they were placed. */
    private record Fold(long sequence, ImmutableList<Order> orders) {}

    OpenOrders(SalesLog<OrderChange> log, UnitOfWork unitOfWork) {
        this.log = log;
        this.unitOfWork = unitOfWork;
    }

    ImmutableList<Order> of(PartyId party) {
        Fold before = folds.getOrDefault(party, new Fold(0, Lists.immutable.empty()));
        ImmutableList<SalesRecord<OrderChange>> since = log.of(party, before.sequence());
        if (since.isEmpty()) {
            return before.orders();
        }
        ImmutableList<Order> orders = after(before.orders(), since);
        if (!unitOfWork.active()) {
            folds.merge(party, new Fold(since.getLast().sequence(), orders), OpenOrders::newer);
        }
        return orders;
    }

    private static Fold newer(Fold one, Fold other) {
        return one.sequence() > other.sequence() ? one : other;
    }

    private ImmutableList<Order> after(ImmutableList<Order> before, ImmutableList<SalesRecord<OrderChange>> since) {
        MutableList<Order> orders = before.toList();
        for (DocumentId id : since.collect(SalesRecord::document).distinct()) {
            ImmutableList<SalesRecord<OrderChange>> own =
                    since.select(fact -> fact.document().equals(id));
            int at = orders.detectIndex(order -> order.id().equals(id));
            Optional<Order> open = at < 0 ? Optional.empty() : Optional.of(orders.get(at));
            Order now = Order.after(open, own).orElseGet(() -> again(id, own.getLast()));
            if (at < 0) {
                orders.add(now);
            } else {
                orders.set(at, now);
            }
        }
        return orders.reject(Order::settled).toImmutable();
    }

    /** An order that was settled and goes on. */
    private Order again(DocumentId id, SalesRecord<OrderChange> last) {
        return Order.of(log.of(id).reject(fact -> fact.sequence() > last.sequence()))
                .orElseThrow();
    }
}
