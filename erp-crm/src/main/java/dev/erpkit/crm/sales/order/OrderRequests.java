package dev.erpkit.crm.sales.order;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Quantity;
import dev.erpkit.core.trade.GoodsLine;
import dev.erpkit.core.trade.GoodsRequest;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.crm.sales.price.TaxRate;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

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
                key, order.id().value(), document.value(), order.party(), day, quantities.collect(some -> {
                    SalesLine sale = order.line(some.line()).sale();
                    return new GoodsLine(
                            some.line(),
                            sale.item(),
                            new Quantity(some.quantity(), sale.quantity().unit()));
                }));
    }

    static InvoiceRequest invoice(IdempotencyKey key, LocalDate day, Order order, OrderInvoice invoice) {
        MutableList<InvoiceRequest.Line> lines = Lists.mutable.empty();
        invoice.lines().forEach(line -> {
            SalesLine sale = order.line(line.line()).sale();
            lines.add(new InvoiceRequest.Line(
                    "goods",
                    line.line(),
                    sale.item(),
                    Amounts.ofMinor(line.netMinor(), order.currency()),
                    sale.taxes().collect(TaxRate::code)));
        });
        whole(lines, order, "down-payment", invoice.downMinor());
        whole(lines, order, "down-payment-recalled", Math.negateExact(invoice.recalledMinor()));
        whole(lines, order, "retention", Math.negateExact(invoice.retainedMinor()));
        whole(lines, order, "retention-released", invoice.releasedMinor());
        return new InvoiceRequest(
                key, order.id().value(), invoice.document().value(), order.party(), day, lines.toImmutable());
    }

    private static void whole(MutableList<InvoiceRequest.Line> lines, Order order, String role, long minor) {
        if (minor != 0) {
            lines.add(new InvoiceRequest.Line(
                    role, 0, role, Amounts.ofMinor(minor, order.currency()), Lists.immutable.empty()));
        }
    }
}
