package dev.erpkit.crm.sales.order;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.port.SalesLog;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * The orders that are not settled, of a party or of all, folded on from where the last question left off. What a running unit
 * of work reads may be rolled back, so there it is folded and not kept.
 */
final class OpenOrders {
    private final SalesLog<OrderChange> log;
    private final UnitOfWork unitOfWork;

    /** By party; that of all under none. */
    private final ConcurrentHashMap<Optional<PartyId>, Fold> folds = new ConcurrentHashMap<>();

    /** An order and the record by which it was placed. */
    record Placed(SalesRecord<OrderChange> first, Order order) {
        long sequence() {
            return first.sequence();
        }
    }

    /** The open orders up to a sequence, in the order in which they were placed. */
    private record Fold(long sequence, ImmutableList<Placed> orders) {}

    OpenOrders(SalesLog<OrderChange> log, UnitOfWork unitOfWork) {
        this.log = log;
        this.unitOfWork = unitOfWork;
    }

    /** Those of one party, or of all, in the order in which they were placed. */
    ImmutableList<Placed> of(Optional<PartyId> party) {
        Fold before = folds.getOrDefault(party, new Fold(0, Lists.immutable.empty()));
        ImmutableList<SalesRecord<OrderChange>> since =
                party.map(one -> log.of(one, before.sequence())).orElseGet(() -> after(before.sequence()));
        if (since.isEmpty()) {
            return before.orders();
        }
        ImmutableList<Placed> orders = after(before.orders(), since);
        if (!unitOfWork.active()) {
            folds.merge(party, new Fold(since.getLast().sequence(), orders), OpenOrders::newer);
        }
        return orders;
    }

    private ImmutableList<SalesRecord<OrderChange>> after(long sequence) {
        MutableList<SalesRecord<OrderChange>> since = Lists.mutable.empty();
        log.forEach(sequence, since::add);
        return since.toImmutable();
    }

    private static Fold newer(Fold one, Fold other) {
        return one.sequence() > other.sequence() ? one : other;
    }

    private ImmutableList<Placed> after(ImmutableList<Placed> before, ImmutableList<SalesRecord<OrderChange>> since) {
        Map<DocumentId, Placed> orders = new LinkedHashMap<>();
        before.forEach(placed -> orders.put(placed.order().id(), placed));
        Map<DocumentId, MutableList<SalesRecord<OrderChange>>> news = new LinkedHashMap<>();
        since.forEach(fact -> news.computeIfAbsent(fact.document(), id -> Lists.mutable.empty())
                .add(fact));
        news.forEach((id, own) -> orders.put(id, after(Optional.ofNullable(orders.get(id)), own.toImmutable())));
        return Lists.mutable
                .withAll(orders.values())
                .reject(placed -> placed.order().settled())
                .sortThisByLong(Placed::sequence)
                .toImmutable();
    }

    private Placed after(Optional<Placed> open, ImmutableList<SalesRecord<OrderChange>> own) {
        SalesRecord<OrderChange> first = open.map(Placed::first).orElse(own.getFirst());
        return Order.after(open.map(Placed::order), own)
                .map(order -> new Placed(first, order))
                .orElseGet(() -> again(own.getLast()));
    }

    /** An order that was settled and goes on. */
    private Placed again(SalesRecord<OrderChange> last) {
        ImmutableList<SalesRecord<OrderChange>> all =
                log.of(last.document()).reject(fact -> fact.sequence() > last.sequence());
        return new Placed(all.getFirst(), Order.of(all).orElseThrow());
    }
}
