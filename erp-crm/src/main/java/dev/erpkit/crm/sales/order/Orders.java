package dev.erpkit.crm.sales.order;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.Slice;
import dev.erpkit.core.port.SliceRequest;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.trade.GoodsRequest;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.contract.FrameContract;
import dev.erpkit.crm.sales.internal.Command;
import dev.erpkit.crm.sales.internal.Commands;
import dev.erpkit.crm.sales.internal.Decision;
import dev.erpkit.crm.sales.port.SalesQuery;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Places, delivers, takes back, cancels and invoices orders. Every command is one unit of work, with what it asks of the store
 * and the books: what is refused there is refused here. The same key with the same content gives the same outcome again, with
 * other content {@code sales.key-reused}.
 *
 * <p>Two orders that fit a credit limit or a frame contract only alone: one of them is refused, however they are timed.
 *
 * <p>Permissions, with the order as scope: {@code order.place}, {@code order.deliver}, {@code order.return},
 * {@code order.cancel}, {@code order.invoice}; {@code access.denied} otherwise. An order that is not there is
 * {@code order.unknown}.
 */
public final class Orders {
    private final OrderPorts ports;
    private final Commands<OrderChange> commands;
    private final OpenOrders open;

    /** A service over a host's ports. */
    public Orders(OrderPorts ports) {
        this.ports = ports;
        this.commands =
                new Commands<>(ports.orders(), ports.outbox(), ports.unitOfWork(), ports.access(), ports.clock());
        this.open = new OpenOrders(ports.orders(), ports.unitOfWork());
    }

    /** An order as it is now. */
    public Optional<Order> find(DocumentId id) {
        return Order.of(ports.orders().of(id));
    }

    /** The orders of a party in the order in which they were placed. */
    public ImmutableList<Order> of(PartyId party) {
        return PartyOrders.of(ports.orders().of(party));
    }

    /**
     * The orders of a party that are not settled, in the order in which they were placed. Asked outside a unit of work it folds
     * only what was recorded since it was asked before, so that who asks often asks cheaply.
     */
    public ImmutableList<Order> open(PartyId party) {
        return open.of(Optional.of(party)).collect(OpenOrders.Placed::order);
    }

    /**
     * Orders of a party or of all, placed on some days, in the order in which they were placed and as they are now. The next
     * request follows where this slice ends, also when orders are placed meanwhile.
     *
     * @throws IllegalArgumentException for a request that no slice gave
     */
    public Slice<Order> placed(SalesQuery query, SliceRequest request) {
        Slice<SalesRecord<OrderChange>> begun = ports.orders().begun(query, request);
        return new Slice<>(
                begun.elements().collect(first -> find(first.document()).orElseThrow()), begun.next());
    }

    /**
     * Of these orders those that are not settled. Folded on from the last question as {@link #open(PartyId)}; an order that is
     * settled between two slices is left out, none is given twice.
     *
     * @throws IllegalArgumentException for a request that no slice gave
     */
    public Slice<Order> open(SalesQuery query, SliceRequest request) {
        long after = request.after().map(Long::parseLong).orElse(0L);
        ImmutableList<OpenOrders.Placed> found =
                open.of(query.party()).select(some -> some.sequence() > after && query.chooses(some.first()));
        ImmutableList<OpenOrders.Placed> some = found.take(request.limit());
        return new Slice<>(
                some.collect(OpenOrders.Placed::order),
                found.size() == some.size()
                        ? Optional.empty()
                        : Optional.of(
                                SliceRequest.after(Long.toString(some.getLast().sequence()), request.limit())));
    }

    /** How much of its credit a party uses now. */
    public CreditUse credit(PartyId party) {
        open(party);
        return used(party);
    }

    private CreditUse used(PartyId party) {
        return ports.unitOfWork()
                .execute(() -> CreditUse.of(party, ports.receivables().of(party), open(party)));
    }

    /**
     * Places an order: within the credit of the party and its frame contract, and with a request to set the goods aside. A
     * quote that it names was accepted as this order; accept the quote, which does that and places the order.
     *
     * @return the order, or {@code order.exists}, {@code order.credit-exceeded}, {@code order.credit-currency}, what the
     *     quotes and {@link FrameContract} refuse, or what the store refuses
     */
    public Outcome<Order> place(IdempotencyKey key, OrderDraft draft, LocalDate day, Actor actor) {
        Command command = new Command(key, "order.place", draft.id(), day, draft.text(), actor);
        open(draft.offer().party());
        return done(commands.run(command, () -> {
            OrderChange.Placed placed =
                    new OrderChange.Placed(draft.offer(), draft.pricing(), draft.terms(), draft.quote());
            Order order = Order.start(draft.id(), placed);
            Optional<Refusal> refusal = find(draft.id())
                    .map(there -> OrderRefusals.exists(draft.id()))
                    .or(() -> draft.quote().flatMap(quote -> ports.quotes().refusal(quote, draft, day)))
                    .or(() -> contractRefusal(order, day))
                    .or(() -> used(order.party()).refusal(order.figures().total()));
            if (refusal.isPresent()) {
                return Outcome.refused(refusal.get());
            }
            ImmutableList<LineQuantity> all =
                    order.lines().collect(line -> new LineQuantity(line.line(), line.ordered()));
            return ports.goods()
                    .reserve(request(command, order, order.id(), all), actor)
                    .then(reserved -> told("order.placed", order.party(), placed));
        }));
    }

    private Optional<Refusal> contractRefusal(Order order, LocalDate day) {
        return order.terms().contract().flatMap(id -> {
            Optional<FrameContract> contract =
                    FrameContract.of(ports.contracts().of(id));
            ImmutableList<Order> earlier = of(order.party());
            return contract.map(frame -> frame.refusal(order.placed().offer(), day, CallOffs.of(id, earlier)))
                    .orElseGet(() -> Optional.of(FrameContract.unknown(id)));
        });
    }

    /** Hands goods over: {@code order.over-delivery}, {@code order.quantities}, or what the store refuses. */
    public Outcome<Order> deliver(
            IdempotencyKey key,
            DocumentId order,
            DocumentId document,
            ImmutableList<LineQuantity> quantities,
            LocalDate day,
            Actor actor) {
        String content = document + " " + quantities.makeString(" ");
        Command command = new Command(key, "order.deliver", order, day, content, actor);
        return change(
                command,
                "order.delivered",
                found -> OrderRules.deliver(found, quantities)
                        .<Outcome<?>>map(Outcome::refused)
                        .orElseGet(() -> ports.goods().deliver(request(command, found, document, quantities), actor)),
                new OrderChange.Delivered(document, quantities));
    }

    /**
     * Takes goods back: {@code order.return-too-much}, {@code order.quantities}, or what the store refuses.
     *
     * @param replaced whether others will be delivered in their place
     */
    public Outcome<Order> takeBack(
            IdempotencyKey key,
            DocumentId order,
            DocumentId document,
            ImmutableList<LineQuantity> quantities,
            boolean replaced,
            LocalDate day,
            Actor actor) {
        String content = document + " " + replaced + " " + quantities.makeString(" ");
        Command command = new Command(key, "order.return", order, day, content, actor);
        return change(
                command,
                "order.returned",
                found -> OrderRules.takeBack(found, quantities)
                        .<Outcome<?>>map(Outcome::refused)
                        .orElseGet(() -> ports.goods().takeBack(request(command, found, document, quantities), actor)),
                new OrderChange.Returned(document, quantities, replaced));
    }

    /** Gives up what is on back order: {@code order.cancel-too-much}, {@code order.quantities}. */
    public Outcome<Order> cancel(
            IdempotencyKey key, DocumentId order, ImmutableList<LineQuantity> quantities, LocalDate day, Actor actor) {
        Command command = new Command(key, "order.cancel", order, day, quantities.makeString(" "), actor);
        OrderChange cancelled = new OrderChange.Cancelled(quantities);
        return change(
                command,
                "order.cancelled",
                found -> OrderRules.cancel(found, quantities)
                        .<Outcome<?>>map(Outcome::refused)
                        .orElseGet(() -> ports.goods()
                                .release(
                                        request(command, found, order, quantities),
                                        OrderRequests.wanted(found.after(cancelled), quantities),
                                        actor)),
                cancelled);
    }

    /** What an invoice would say; changes nothing. Refused as {@link #invoice}. */
    public Outcome<OrderInvoice> preview(DocumentId order, DocumentId document, InvoiceAsk ask) {
        return find(order)
                .map(found -> InvoicePlan.of(found, document, ask))
                .orElseGet(() -> Outcome.refused(OrderRefusals.unknown(order)));
    }

    /**
     * Invoices part of an order, or all that is due: {@code order.nothing-to-invoice}, {@code order.invoice-too-much},
     * {@code order.invoice-exists}, {@code order.down-payment}, {@code order.no-milestone}, {@code order.no-release},
     * {@code order.quantities}, or what the books refuse.
     *
     * @param document the invoice
     * @param ask what is to be invoiced
     */
    public Outcome<Order> invoice(
            IdempotencyKey key, DocumentId order, DocumentId document, InvoiceAsk ask, LocalDate day, Actor actor) {
        Command command = new Command(key, "order.invoice", order, day, document + " " + ask.text(), actor);
        return done(commands.run(
                command,
                () -> find(order)
                        .map(found -> InvoicePlan.of(found, document, ask)
                                .then(invoice -> ports.invoicing()
                                        .issue(request(command, found, invoice), actor)
                                        .then(number -> told(
                                                "order.invoiced", found.party(), new OrderChange.Invoiced(invoice)))))
                        .orElseGet(() -> Outcome.refused(OrderRefusals.unknown(order)))));
    }

    private static Outcome<Decision<OrderChange>> told(String event, PartyId party, OrderChange change) {
        return Decision.of(party, change).map(decision -> decision.toldAs(event));
    }

    private Outcome<Order> change(
            Command command, String event, Function<Order, Outcome<?>> elsewhere, OrderChange change) {
        return done(commands.run(
                command,
                () -> find(command.document())
                        .map(found -> elsewhere.apply(found).then(done -> told(event, found.party(), change)))
                        .orElseGet(() -> Outcome.refused(OrderRefusals.unknown(command.document())))));
    }

    /** The order as it was when the command was done, also when that is told again. */
    private Outcome<Order> done(Outcome<SalesRecord<OrderChange>> outcome) {
        return outcome.map(fact -> Order.of(
                        ports.orders().of(fact.document()).select(other -> other.sequence() <= fact.sequence()))
                .orElseThrow());
    }

    private static GoodsRequest request(
            Command command, Order order, DocumentId document, ImmutableList<LineQuantity> quantities) {
        return OrderRequests.goods(command.key(), command.day(), order, document, quantities);
    }

    private static InvoiceRequest request(Command command, Order order, OrderInvoice invoice) {
        return OrderRequests.invoice(command.key(), command.day(), order, invoice);
    }
}
