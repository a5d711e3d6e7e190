package dev.erpkit.testkit.sales;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.core.trade.Receivables;
import dev.erpkit.crm.sales.billing.BillingFacts;
import dev.erpkit.crm.sales.billing.BillingTerms;
import dev.erpkit.crm.sales.billing.ClosingBilling;
import dev.erpkit.crm.sales.contract.Contracts;
import dev.erpkit.crm.sales.order.OrderPorts;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.quote.AcceptedQuotes;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import dev.erpkit.crm.sales.quote.Quotes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** A seller: a full store, books that take every invoice, and customers who owe what is said. */
public final class KitSales {
    /** Who does it all. */
    public static final Actor CLERK = Actor.of("sales-clerk");

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-04-01T09:00:00Z"));

    private final SalesStores stores;
    private final Receivables receivables;
    private final String prefix;
    private final AtomicInteger keys = new AtomicInteger();
    private final List<InvoiceRequest> asked = new CopyOnWriteArrayList<>();

    /**
     * A seller.
     *
     * @param prefix of its keys, so that stores may hold others of earlier runs
     */
    public KitSales(SalesStores stores, Receivables receivables, String prefix) {
        this.stores = stores;
        this.receivables = receivables;
        this.prefix = prefix;
    }

    /** A key that was not used before. */
    public IdempotencyKey key() {
        return IdempotencyKey.of(prefix + "-key-" + keys.incrementAndGet());
    }

    /** Orders. */
    public Orders orders() {
        return new Orders(new OrderPorts(
                stores.orders(),
                stores.contracts(),
                new AcceptedQuotes(stores.quotes()),
                receivables,
                new KitGoods(),
                (request, actor) -> {
                    asked.add(request);
                    return Outcome.accepted(request.document());
                },
                stores.outbox(),
                stores.unitOfWork(),
                AccessPolicy.allowAll(),
                CLOCK));
    }

    /** What the books were asked to invoice, in its order. */
    public ImmutableList<InvoiceRequest> asked() {
        return Lists.immutable.withAll(asked);
    }

    /** Quotes. */
    public Quotes quotes(QuoteSetup setup) {
        return new Quotes(
                stores.quotes(), orders(), setup, stores.outbox(), stores.unitOfWork(), AccessPolicy.allowAll(), CLOCK);
    }

    /** Frame contracts. */
    public Contracts contracts() {
        return new Contracts(stores.contracts(), stores.unitOfWork(), AccessPolicy.allowAll(), CLOCK);
    }

    /** Statements on the same terms for everybody. */
    public ClosingBilling billing(BillingFacts facts, BillingTerms terms) {
        return new ClosingBilling(
                stores.billing(),
                facts,
                (PartyId party) -> Optional.of(terms),
                stores.unitOfWork(),
                AccessPolicy.allowAll(),
                CLOCK);
    }
}
