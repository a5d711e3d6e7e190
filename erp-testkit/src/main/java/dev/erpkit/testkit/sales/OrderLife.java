package dev.erpkit.testkit.sales;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.order.InvoiceAsk;
import dev.erpkit.crm.sales.order.LineProgress;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.testkit.generate.SalesArbitraries.Act;
import dev.erpkit.testkit.generate.SalesArbitraries.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Lets steps happen to an order that was placed; what may not happen is refused. */
public final class OrderLife {
    private final KitSales seller;
    private final Orders orders;
    private final DocumentId id;
    private final LocalDate day;
    private int documents;

    /** The life of one order on one day. */
    public OrderLife(KitSales seller, DocumentId id, LocalDate day) {
        this.seller = seller;
        this.orders = seller.orders();
        this.id = id;
        this.day = day;
    }

    /** The order now. */
    public Order order() {
        return orders.find(id).orElseThrow();
    }

    /** Lets one step happen. */
    public Outcome<Order> live(Step step) {
        Order order = order();
        LineProgress line = order.line(step.line() % order.lines().size() + 1);
        return switch (step.act()) {
            case DELIVER ->
                orders.deliver(seller.key(), id, document(), some(line, line.backOrder(), step), day, KitSales.CLERK);
            case CREDIT, REPLACE ->
                orders.takeBack(
                        seller.key(),
                        id,
                        document(),
                        some(line, line.kept(), step),
                        step.act() == Act.REPLACE,
                        day,
                        KitSales.CLERK);
            case CANCEL -> orders.cancel(seller.key(), id, some(line, line.backOrder(), step), day, KitSales.CLERK);
            case INVOICE -> invoice(new InvoiceAsk.AllDue());
            case INVOICE_PART ->
                invoice(new InvoiceAsk.Part(
                        some(line, line.toInvoice(order.terms().basis()), step)));
            case PAY_DOWN -> invoice(new InvoiceAsk.DownShare(BigDecimal.valueOf(step.share())));
            case MILESTONE -> invoice(new InvoiceAsk.NextMilestone());
            case RELEASE -> invoice(new InvoiceAsk.Release());
        };
    }

    /** Delivers and invoices all that is left, and releases what was kept back. */
    public void finish() {
        for (LineProgress line : order().lines()) {
            if (line.backOrder().signum() > 0) {
                orders.deliver(
                                seller.key(),
                                id,
                                document(),
                                Lists.immutable.of(new LineQuantity(line.line(), line.backOrder())),
                                day,
                                KitSales.CLERK)
                        .orElseThrow();
            }
        }
        while (invoice(new InvoiceAsk.NextMilestone()).isAccepted()) {
            // one after the other, until there is none
        }
        invoice(new InvoiceAsk.AllDue());
        invoice(new InvoiceAsk.Release());
    }

    private static ImmutableList<LineQuantity> some(LineProgress line, Rational most, Step step) {
        return Lists.immutable.of(new LineQuantity(line.line(), most.multiply(Rational.of(step.share(), 100))));
    }

    private Outcome<Order> invoice(InvoiceAsk ask) {
        return orders.invoice(seller.key(), id, document(), ask, day, KitSales.CLERK);
    }

    private DocumentId document() {
        return DocumentId.of("document-" + ++documents);
    }
}
