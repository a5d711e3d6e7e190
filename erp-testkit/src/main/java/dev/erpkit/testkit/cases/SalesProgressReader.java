package dev.erpkit.testkit.cases;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.RefusedException;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.order.InvoiceAsk;
import dev.erpkit.crm.sales.order.InvoiceBasis;
import dev.erpkit.crm.sales.order.LineProgress;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.testkit.sales.KitSales;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** How far one line is: so much ordered, delivered, returned, cancelled and invoiced. */
final class SalesProgressReader {
    private static final DocumentId ORDER = DocumentId.of("order");

    private final Case current;
    private final SalesCase sales;
    private final Alias given;
    private final KitSales seller;
    private final Orders orders;
    private final InvoiceBasis basis;
    private int documents;

    private SalesProgressReader(Case current) {
        this.current = current;
        this.sales = new SalesCase(current);
        this.given = sales.given();
        this.seller = sales.seller();
        this.orders = seller.orders();
        this.basis = given.any("basis", "invoice_policy", "policy")
                .map(SalesProgressReader::basis)
                .orElse(InvoiceBasis.ORDERED);
    }

    private static InvoiceBasis basis(Field field) {
        String text = field.text().toLowerCase(Locale.ROOT);
        return text.startsWith("deliver") ? InvoiceBasis.DELIVERED : InvoiceBasis.ORDERED;
    }

    static void run(Case current) {
        if (!current.given().has("ordered") && !current.given().has("ordered_quantity")) {
            throw new UnsupportedCaseException("nothing ordered");
        }
        SalesProgressReader reader = new SalesProgressReader(current);
        Optional<Outcome<Order>> refused = reader.live();
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name), refused));
    }

    /** Lives the order and stops where something is refused. */
    private Optional<Outcome<Order>> live() {
        BigDecimal ordered = given.need("ordered", "ordered_quantity").decimal();
        BigDecimal tolerance = given.any(
                        "tolerance_percent", "over_delivery_percent", "over_delivery_allowance", "tolerance")
                .map(Field::decimal)
                .orElse(BigDecimal.ZERO);
        String price = given.any("price", "unit_price").map(Field::text).orElse("1");
        Offer offer = Offer.builder()
                .party("customer")
                .currency(sales.currency())
                .add(SalesLine.of("item", ordered.toPlainString(), price, sales.currency()))
                .build();
        OrderTerms terms =
                OrderTerms.builder().basis(basis).overDelivery(tolerance).build();
        orders.place(
                        seller.key(),
                        OrderDraft.of("order", offer, sales.pricing()).on(terms),
                        SalesCase.DAY,
                        KitSales.CLERK)
                .orElseThrow();
        try {
            steps();
            return Optional.empty();
        } catch (RefusedException refused) {
            return Optional.of(Outcome.refused(refused.refusal()));
        }
    }

    private void steps() {
        Optional<Field> delivered = given.any("delivered", "shipped", "deliver", "deliveries");
        Optional<Field> invoiced = given.any("invoiced", "billed");
        // what is handed over with its invoice is delivered with it
        each(delivered.or(() -> invoiced))
                .forEach(some -> done(
                        orders.deliver(seller.key(), ORDER, document(), list(some), SalesCase.DAY, KitSales.CLERK)));
        each(given.any("returned"))
                .forEach(some -> done(orders.takeBack(
                        seller.key(), ORDER, document(), list(some), replaced(), SalesCase.DAY, KitSales.CLERK)));
        each(given.any("cancelled", "canceled"))
                .forEach(some -> done(orders.cancel(seller.key(), ORDER, list(some), SalesCase.DAY, KitSales.CLERK)));
        each(invoiced)
                .forEach(some -> done(orders.invoice(
                        seller.key(),
                        ORDER,
                        document(),
                        new InvoiceAsk.Part(list(some)),
                        SalesCase.DAY,
                        KitSales.CLERK)));
    }

    private boolean replaced() {
        return given.any("replaced", "replace").map(Field::truth).orElse(false);
    }

    private static void done(Outcome<Order> outcome) {
        outcome.orElseThrow();
    }

    private static ImmutableList<Rational> each(Optional<Field> field) {
        return field.map(some ->
                        some.isList() ? some.elements().collect(Field::decimal) : Lists.immutable.of(some.decimal()))
                .orElseGet(Lists.immutable::empty)
                .reject(number -> number.signum() == 0)
                .collect(Rational::of);
    }

    private static ImmutableList<LineQuantity> list(Rational quantity) {
        return LineQuantity.list(1, quantity.toString());
    }

    private DocumentId document() {
        return DocumentId.of("document-" + ++documents);
    }

    private void check(String name, Field expected, Optional<Outcome<Order>> refused) {
        Order order = orders.find(ORDER).orElseThrow();
        LineProgress line = order.line(1);
        switch (name) {
            case "refused", "rejected", "error", "result", "outcome", "allowed", "accepted" ->
                sales.verdict(expected, refused.orElseGet(() -> Outcome.accepted(order)));
            case "to_invoice", "uninvoiced", "qty_to_invoice" -> number(expected, line.toInvoice(basis), refused);
            case "open_to_invoice" -> number(expected, line.uninvoiced(), refused);
            case "backorder", "back_order", "backordered", "to_deliver", "qty_to_deliver", "open_to_deliver" ->
                number(expected, line.backOrder(), refused);
            case "wanted", "net_ordered" -> number(expected, line.wanted(), refused);
            case "delivered", "qty_delivered" -> number(expected, line.delivered(), refused);
            case "kept", "net_delivered", "with_customer" -> number(expected, line.kept(), refused);
            case "invoiced", "qty_invoiced" -> number(expected, line.invoiced(), refused);
            case "amount_to_invoice", "to_invoice_amount" ->
                current.differences()
                        .number(
                                expected,
                                line.toInvoice(basis)
                                        .multiply(Rational.parse(given.any("price", "unit_price")
                                                .map(Field::text)
                                                .orElse("1")))
                                        .exactDecimal()
                                        .orElseThrow());
            case "invoiced_amount" -> current.differences().number(expected, sales.decimal(line.invoicedMinor()));
            case "complete", "completed", "settled", "fully_delivered" ->
                current.differences().holds(expected, expected.truth() == order.delivered());
            case "fully_invoiced" -> current.differences().holds(expected, expected.truth() == order.fullyInvoiced());
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    private void number(Field expected, Rational actual, Optional<Outcome<Order>> refused) {
        if (refused.isPresent()
                && !current.expect().has("refused")
                && !current.expect().has("result")) {
            throw new UnsupportedCaseException("refused " + refused.get().refusal());
        }
        current.differences()
                .number(expected, actual.exactDecimal().orElseThrow(() -> new UnsupportedCaseException("thirds")));
    }
}
