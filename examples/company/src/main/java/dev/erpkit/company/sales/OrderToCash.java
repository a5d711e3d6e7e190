package dev.erpkit.company.sales;

import dev.erpkit.accounting.Business;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.Slice;
import dev.erpkit.core.port.SliceRequest;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.crm.pipeline.DealChange;
import dev.erpkit.crm.pipeline.DealDesk;
import dev.erpkit.crm.pipeline.DealId;
import dev.erpkit.crm.pipeline.StageId;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.order.InvoiceAsk;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderPorts;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.port.SalesQuery;
import dev.erpkit.crm.sales.quote.Acceptance;
import dev.erpkit.crm.sales.quote.AcceptedQuotes;
import dev.erpkit.crm.sales.quote.Quote;
import dev.erpkit.crm.sales.quote.QuoteDraft;
import dev.erpkit.crm.sales.quote.QuoteRevision;
import dev.erpkit.crm.sales.quote.Quotes;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.reservation.ReservationService;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * From a lead to money, and back when goods come back: pipeline, quotes and orders over the goods and the books of the
 * company, wired by constructor arguments. Every step is one unit of work over all of them, named by what it is about, so that
 * a step taken twice is taken once. After each step books, stock, receivables and the order have to tell the same.
 */
final class OrderToCash {
    private final UnitOfWork work;
    private final SalesStores stores;
    private final InstantSource clock;
    private final DealDesk deals;
    private final Quotes quotes;
    private final Orders orders;
    private final Owed owed;
    private final ForeignReceipts receipts;
    private final StepCheck check;

    OrderToCash(
            Business business,
            StockService stock,
            ReservationService reservations,
            SalesStores stores,
            SalesTerms terms,
            Owed owed,
            InstantSource clock) {
        this.work = business.stores().books().unitOfWork();
        this.stores = stores;
        this.clock = clock;
        AccessPolicy access = AccessPolicy.allowAll();
        Outbox outbox = business.stores().books().outbox();
        this.deals = new DealDesk(stores.deals(), SellingRules::pipeline, outbox, work, access, clock);
        this.orders = new Orders(new OrderPorts(
                stores.orders(),
                stores.contracts(),
                new AcceptedQuotes(stores.quotes()),
                new CreditReceivables(business, terms.limits()),
                new StockDesk(stock, reservations, terms.shelf(), terms.customers(), clock),
                new DocumentInvoicing(business.documents(), terms),
                outbox,
                work,
                access,
                clock));
        this.quotes = new Quotes(stores.quotes(), orders, SellingRules.QUOTES, outbox, work, access, clock);
        this.owed = owed;
        this.receipts = new ForeignReceipts(business, terms);
        this.check = new StepCheck(business, stock, reservations, terms, clock);
    }

    /** A deal is opened, something is known of it, or it has gone on. */
    void change(String deal, String step, DealChange change, Actor seller) {
        deals.record(key(deal, step), DealId.of(deal), change, clock.instant(), seller)
                .orElseThrow();
    }

    /** A quote, or its next revision, goes to the customer; it may have to be approved first. */
    void quote(String quote, int revision, QuoteDraft draft, LocalDate day, Actor seller) {
        Outcome<Quote> sent = work.execute(() -> quotes.draft(
                        key(quote, "draft-" + revision), DocumentId.of(quote), draft, day, seller)
                .then(drafted ->
                        quotes.submit(key(quote, "submit-" + revision), DocumentId.of(quote), revision, day, seller)));
        agreed(sent);
    }

    /** Somebody stands in for a revision of a quote. */
    void approve(String quote, int revision, String role, LocalDate day, Actor manager) {
        agreed(quotes.approve(key(quote, "approve-" + revision), DocumentId.of(quote), revision, role, day, manager));
    }

    /** The customer orders what was quoted: the deal is won, the order placed, the goods set aside. */
    void accept(String deal, String quote, int revision, String order, LocalDate day, Actor seller) {
        Outcome<Quote> accepted = work.execute(() -> quotes.accept(
                        key(quote, "accept"), DocumentId.of(quote), revision, Acceptance.of(order), day, seller)
                .then(won -> deals.record(
                                key(deal, "won"),
                                DealId.of(deal),
                                new DealChange.Moved(StageId.of("won")),
                                clock.instant(),
                                seller)
                        .map(moved -> won)));
        if (agreed(accepted)) {
            check.order(orders.find(DocumentId.of(order)).orElseThrow());
        }
    }

    /** Goods leave the shelf. */
    void deliver(String order, String note, ImmutableList<LineQuantity> goods, LocalDate day, Actor clerk) {
        step(orders.deliver(key(order, note), DocumentId.of(order), DocumentId.of(note), goods, day, clerk));
    }

    /** All that is due of an order is invoiced; what has come back beyond that is credited, against the invoice that charged it. */
    void invoice(String order, String invoice, LocalDate day, Actor clerk) {
        InvoiceAsk due = new InvoiceAsk.AllDue();
        step(orders.invoice(key(order, invoice), DocumentId.of(order), DocumentId.of(invoice), due, day, clerk));
    }

    /** Money for an invoice in another currency is on the account; what the rate has changed since the invoice is booked. */
    void receive(String order, String invoice, LocalDate day, Actor clerk) {
        if (agreed(work.execute(() -> receipts.take(owed.document(invoice), day, clerk)))) {
            check.order(orders.find(DocumentId.of(order)).orElseThrow());
        }
    }

    /** Goods come back for good. */
    void takeBack(String order, String note, ImmutableList<LineQuantity> goods, LocalDate day, Actor clerk) {
        step(orders.takeBack(key(order, note), DocumentId.of(order), DocumentId.of(note), goods, false, day, clerk));
    }

    /** What was quoted before it was ordered; the order knows the name of the revision, not the quote itself. */
    Optional<Quote> quoteOf(Order order) {
        return stores.quotes()
                .of(order.party())
                .collect(fact -> quotes.find(fact.document()).orElseThrow())
                .detectOptional(quote -> quote.current()
                        .flatMap(QuoteRevision::order)
                        .filter(order.id()::equals)
                        .isPresent());
    }

    /** The deals. */
    DealDesk deals() {
        return deals;
    }

    /** Whether a party has ordered something on one of these days. */
    boolean ordered(PartyId party, DateRange days) {
        return orders.placed(SalesQuery.all().of(party).in(days), SliceRequest.first(1))
                .elements()
                .notEmpty();
    }

    /** All orders in the order in which they were placed. */
    ImmutableList<Order> orders() {
        MutableList<Order> all = Lists.mutable.empty();
        Optional<SliceRequest> next = Optional.of(SliceRequest.first(100));
        while (next.isPresent()) {
            Slice<Order> some = orders.placed(SalesQuery.all(), next.get());
            all.addAllIterable(some.elements());
            next = some.next();
        }
        return all.toImmutable();
    }

    /** Whether all of it tells the same now, such as after a bank statement was taken in. */
    void agree() {
        check.books();
        orders().forEach(check::order);
    }

    private void step(Outcome<Order> outcome) {
        if (agreed(outcome)) {
            check.order(outcome.orElseThrow());
        }
    }

    /** A step that was taken before is only confirmed; what it led to then is not what there is now. */
    private boolean agreed(Outcome<?> outcome) {
        outcome.orElseThrow();
        boolean taken = outcome instanceof Outcome.Accepted<?> accepted && !accepted.replayed();
        if (taken) {
            check.books();
        }
        return taken;
    }

    private static IdempotencyKey key(String document, String step) {
        return IdempotencyKey.of("SALES-" + document + "-" + step);
    }
}
