package dev.erpkit.crm.sales.order;

import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trade.GoodsLine;
import dev.erpkit.core.trade.GoodsRequest;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.price.SalesLine;
import java.time.LocalDate;
import org.eclipse.collections.api.list.ImmutableList;

/** What an order asks of the store and the books, in the words of their contracts. */
final class OrderRequests {
    private OrderRequests() {}

    static GoodsRequest goods(
            IdempotencyKey key,
            LocalDate day,
            Order order,
            DocumentId document,
            ImmutableList<LineQuantity> quantities) {
        return new GoodsRequest(
                key,
                order.id().value(),
                document.value(),
                order.party(),
                day,
                quantities.collect(some -> goods(order.line(some.line()), some.quantity())));
    }

    /** What is still to be delivered of the lines that a change names, after it. */
    static ImmutableList<GoodsLine> wanted(Order after, ImmutableList<LineQuantity> quantities) {
        return quantities.collect(some -> after.line(some.line())).collect(line -> goods(line, line.backOrder()));
    }

    private static GoodsLine goods(LineProgress line, Rational number) {
        SalesLine sale = line.sale();
        return new GoodsLine(
                line.line(), sale.item(), new Quantity(number, sale.quantity().unit()));
    }

    static InvoiceRequest invoice(IdempotencyKey key, LocalDate day, Order order, OrderInvoice invoice) {
        return new InvoiceRequest(
                key,
                order.id().value(),
                invoice.document().value(),
                order.party(),
                day,
                InvoiceLines.of(order, invoice));
    }
}
