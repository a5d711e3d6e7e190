package dev.erpkit.storage.jdbc;

import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.order.InvoiceBasis;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.OrderChange;
import dev.erpkit.crm.sales.order.OrderChange.Cancelled;
import dev.erpkit.crm.sales.order.OrderChange.Delivered;
import dev.erpkit.crm.sales.order.OrderChange.Invoiced;
import dev.erpkit.crm.sales.order.OrderChange.Placed;
import dev.erpkit.crm.sales.order.OrderChange.Returned;
import dev.erpkit.crm.sales.order.OrderInvoice;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Recall;
import dev.erpkit.storage.jdbc.SalesTable.Cells;
import java.math.BigDecimal;
import org.eclipse.collections.api.list.ImmutableList;

/** What happens to orders as rows. */
final class OrderCodec implements SalesCodec<OrderChange> {
    @Override
    public void write(SalesRows rows, OrderChange change) {
        Cells cells = rows.change;
        if (change instanceof Placed some) {
            cells.with("kind", "PLACED").with("quote_name", some.quote());
            OfferRows.write(rows, some.offer(), some.pricing());
            terms(rows, some.terms());
        } else if (change instanceof Delivered some) {
            cells.with("kind", "DELIVERED").with("document", some.document().value());
            quantities(rows, some.quantities());
        } else if (change instanceof Returned some) {
            cells.with("kind", "RETURNED")
                    .with("document", some.document().value())
                    .with("replaced", some.replaced());
            quantities(rows, some.quantities());
        } else if (change instanceof Cancelled some) {
            cells.with("kind", "CANCELLED");
            quantities(rows, some.quantities());
        } else if (change instanceof Invoiced some) {
            invoice(rows, some.invoice());
        }
    }

    private static void terms(SalesRows rows, OrderTerms terms) {
        rows.change
                .with("basis", terms.basis().text())
                .with("over_delivery", terms.overDelivery().toPlainString())
                .with("recall", terms.recall().text())
                .with("retention", terms.retention().toPlainString())
                .with("contract", terms.contract().map(DocumentId::value));
        terms.milestones().forEach(share -> rows.entries.add(Cells.empty().with("entry", share.toPlainString())));
    }

    private static void quantities(SalesRows rows, ImmutableList<LineQuantity> quantities) {
        quantities.forEach(some -> rows.quantities.add(quantity(some.line(), some.quantity())));
    }

    private static Cells quantity(int line, Rational quantity) {
        return Cells.empty().with("line", (long) line).with("quantity", quantity.toString());
    }

    private static void invoice(SalesRows rows, OrderInvoice invoice) {
        rows.change
                .with("kind", "INVOICED")
                .with("document", invoice.document().value())
                .with("down_minor", invoice.downMinor())
                .with("recalled_minor", invoice.recalledMinor())
                .with("retained_minor", invoice.retainedMinor())
                .with("released_minor", invoice.releasedMinor());
        invoice.lines()
                .forEach(line -> rows.quantities.add(
                        quantity(line.line(), line.quantity()).with("net_minor", line.netMinor())));
    }

    @Override
    public OrderChange read(SalesRows rows, PartyId party) {
        Cells cells = rows.change;
        return switch (cells.text("kind")) {
            case "PLACED" ->
                new Placed(
                        OfferRows.offer(rows, party), OfferRows.pricing(cells), terms(rows), cells.find("quote_name"));
            case "DELIVERED" -> new Delivered(document(cells), quantities(rows));
            case "RETURNED" -> new Returned(document(cells), quantities(rows), cells.flag("replaced"));
            case "CANCELLED" -> new Cancelled(quantities(rows));
            case "INVOICED" -> new Invoiced(invoice(rows));
            default -> throw new IllegalStateException("Unknown kind of change " + cells.text("kind"));
        };
    }

    private static DocumentId document(Cells cells) {
        return DocumentId.of(cells.text("document"));
    }

    private static OrderTerms terms(SalesRows rows) {
        Cells cells = rows.change;
        OrderTerms.Builder terms = OrderTerms.builder();
        return terms.basis(InvoiceBasis.parse(cells.text("basis")))
                .overDelivery(new BigDecimal(cells.text("over_delivery")))
                .recall(Recall.parse(cells.text("recall")))
                .retention(new BigDecimal(cells.text("retention")))
                .milestones(rows.entries.toImmutable().collect(entry -> new BigDecimal(entry.text("entry"))))
                .contract(cells.find("contract").map(DocumentId::of))
                .build();
    }

    private static ImmutableList<LineQuantity> quantities(SalesRows rows) {
        return rows.quantities
                .toImmutable()
                .collect(cells -> LineQuantity.of(cells.count("line"), cells.text("quantity")));
    }

    private static OrderInvoice invoice(SalesRows rows) {
        Cells cells = rows.change;
        return new OrderInvoice(
                document(cells),
                rows.quantities
                        .toImmutable()
                        .collect(line -> new OrderInvoice.Line(
                                line.count("line"), Rational.parse(line.text("quantity")), line.number("net_minor"))),
                cells.number("down_minor"),
                cells.number("recalled_minor"),
                cells.number("retained_minor"),
                cells.number("released_minor"));
    }
}
