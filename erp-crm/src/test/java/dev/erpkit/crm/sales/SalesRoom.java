package dev.erpkit.crm.sales;

import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.GoodsDesk;
import dev.erpkit.core.trade.GoodsLine;
import dev.erpkit.core.trade.GoodsRequest;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.core.trade.Receivables;
import dev.erpkit.crm.sales.contract.ContractChange;
import dev.erpkit.crm.sales.contract.Contracts;
import dev.erpkit.crm.sales.memory.MemorySalesLog;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderPorts;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.PricingPolicy;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.quote.AcceptedQuotes;
import dev.erpkit.crm.sales.quote.QuoteChange;
import dev.erpkit.crm.sales.quote.QuoteSetup;
import dev.erpkit.crm.sales.quote.Quotes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** A seller whose store has everything, unless told otherwise, and whose books take every invoice. */
public final class SalesRoom implements GoodsDesk {
    public static final CurrencyUnit USD = Amounts.currency("USD");
    public static final LocalDate DAY = LocalDate.of(2026, 4, 1);
    public static final Actor ME = Actor.of("me");
    public static final PricingPolicy PRICING = PricingPolicy.of(RoundingRule.HALF_UP);
    public static final PartyId PARTY = PartyId.of("C-17");

    public final MemoryUnitOfWork work = new MemoryUnitOfWork();
    public final MemoryOutbox outbox = new MemoryOutbox(work);
    public final MemorySalesLog<QuoteChange> quoteLog = new MemorySalesLog<>(work);
    public final MemorySalesLog<OrderChange> orderLog = new MemorySalesLog<>(work);
    public final MemorySalesLog<ContractChange> contractLog = new MemorySalesLog<>(work);
    public final MutableList<String> goods = Lists.mutable.empty();
    public final MutableList<InvoiceRequest> invoices = Lists.mutable.empty();
    public MonetaryAmount owed = Amounts.zero(USD);
    public Optional<MonetaryAmount> limit = Optional.empty();
    public boolean storeRefuses;
    public AccessPolicy access = AccessPolicy.allowAll();
    private final AtomicInteger keys = new AtomicInteger();

    public final InstantSource clock = InstantSource.fixed(Instant.parse("2026-04-01T00:00:00Z"));

    public Orders orders() {
        return new Orders(new OrderPorts(
                orderLog,
                contractLog,
                new AcceptedQuotes(quoteLog),
                party -> new Receivables.Standing(owed, limit),
                this,
                (request, actor) -> {
                    invoices.add(request);
                    return Outcome.accepted(request.document());
                },
                outbox,
                work,
                access,
                clock));
    }

    public Quotes quotes(QuoteSetup setup) {
        return new Quotes(quoteLog, orders(), setup, outbox, work, access, clock);
    }

    public Contracts contracts() {
        return new Contracts(contractLog, work, access, clock);
    }

    public IdempotencyKey key() {
        return IdempotencyKey.of("key-" + keys.incrementAndGet());
    }

    public static Offer offer(SalesLine... lines) {
        return Offer.builder()
                .party("C-17")
                .currency(USD)
                .lines(Lists.immutable.with(lines))
                .build();
    }

    public static SalesLine line(String item, String quantity, String price) {
        return SalesLine.of(item, quantity, price, USD);
    }

    public Outcome<Order> place(String id, OrderTerms terms, SalesLine... lines) {
        return orders().place(key(), OrderDraft.of(id, offer(lines), PRICING).on(terms), DAY, ME);
    }

    private Outcome<ImmutableList<GoodsLine>> told(String what, GoodsRequest request) {
        if (storeRefuses) {
            return Outcome.refused(Refusal.of(RefusalCode.of("stock.short"), "Nothing is there; buy some"));
        }
        goods.add(what + " " + request.document() + " "
                + request.lines()
                        .collect(l -> l.item() + "x" + l.quantity().number())
                        .makeString(" "));
        return Outcome.accepted(request.lines());
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> reserve(GoodsRequest request, Actor actor) {
        return told("reserve", request);
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> release(
            GoodsRequest request, ImmutableList<GoodsLine> wanted, Actor actor) {
        return told(
                "keep " + wanted.collect(line -> line.quantity().number()).makeString(" ") + " and release", request);
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> deliver(GoodsRequest request, Actor actor) {
        return told("deliver", request);
    }

    @Override
    public Outcome<ImmutableList<GoodsLine>> takeBack(GoodsRequest request, Actor actor) {
        return told("take back", request);
    }
}
