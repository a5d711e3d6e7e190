package dev.erpkit.storage.jdbc;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.inventory.purchase.OrderLine;
import dev.erpkit.inventory.purchase.PurchaseFact;
import dev.erpkit.inventory.purchase.PurchaseFact.Approved;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseFact.Closed;
import dev.erpkit.inventory.purchase.PurchaseFact.Ordered;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseFact.Rejected;
import dev.erpkit.inventory.purchase.PurchaseFact.Requested;
import dev.erpkit.inventory.purchase.PurchaseFact.Returned;
import dev.erpkit.inventory.purchase.PurchaseOrder;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Facts of purchasing as a row of what each kind has, and rows of lines. */
final class PurchaseRows {
    private PurchaseRows() {}

    /** What the columns of a fact hold; what a kind of fact lacks is empty. */
    record Columns(
            String kind,
            Optional<String> order,
            Optional<String> request,
            Optional<String> receipt,
            Optional<PurchaseOrder> head,
            Optional<Integer> line,
            Optional<Rational> quantity,
            Optional<Rational> rate) {
        private static Columns of(String kind, Optional<String> order) {
            return new Columns(
                    kind,
                    order,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        private Columns with(Optional<String> ofReceipt, Optional<Rational> much, Optional<Rational> at) {
            return new Columns(kind, order, request, ofReceipt, head, line, much, at);
        }

        private Columns on(int number) {
            return new Columns(kind, order, request, receipt, head, Optional.of(number), quantity, rate);
        }
    }

    /** A line of an order, a request or a bill; bills name no item. */
    record Line(int number, Optional<String> item, Rational quantity, Rational price) {
        private static Line of(OrderLine line) {
            return new Line(line.number(), Optional.of(line.item()), line.quantity(), line.price());
        }

        private OrderLine ordered() {
            return new OrderLine(number, item.orElseThrow(), quantity, price);
        }

        private BillLine billed() {
            return new BillLine(number, quantity, price);
        }
    }

    static Columns columns(PurchaseFact fact) {
        Optional<String> none = Optional.empty();
        if (fact instanceof Ordered ordered) {
            PurchaseOrder order = ordered.order();
            return new Columns(
                    "ORDERED",
                    Optional.of(order.id()),
                    order.request(),
                    none,
                    Optional.of(order),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        } else if (fact instanceof Approved approved) {
            return Columns.of("APPROVED", Optional.of(approved.order()));
        } else if (fact instanceof Rejected rejected) {
            return Columns.of("REJECTED", Optional.of(rejected.order()));
        } else if (fact instanceof Received received) {
            return Columns.of("RECEIVED", Optional.of(received.order()))
                    .with(none, Optional.of(received.quantity()), Optional.of(received.rate()))
                    .on(received.line());
        } else if (fact instanceof Returned returned) {
            return Columns.of("RETURNED", Optional.of(returned.order()))
                    .with(Optional.of(returned.receipt()), Optional.of(returned.quantity()), Optional.empty());
        } else if (fact instanceof Billed billed) {
            return Columns.of("BILLED", Optional.of(billed.order()))
                    .with(none, Optional.empty(), Optional.of(billed.rate()));
        } else if (fact instanceof Closed closed) {
            return Columns.of("CLOSED", Optional.of(closed.order())).on(closed.line());
        }
        return Columns.of("REQUESTED", none);
    }

    static ImmutableList<Line> lines(PurchaseFact fact) {
        if (fact instanceof Requested requested) {
            return requested.wanted().collect(Line::of);
        } else if (fact instanceof Ordered ordered) {
            return ordered.order().lines().collect(Line::of);
        } else if (fact instanceof Billed billed) {
            return billed.lines()
                    .collect(line -> new Line(line.line(), Optional.empty(), line.quantity(), line.price()));
        }
        return Lists.immutable.empty();
    }

    static void bind(Row row, Columns columns) throws SQLException {
        row.text(columns.order()).text(columns.request()).text(columns.receipt());
        row.text(columns.head().map(order -> order.vendor().value()));
        Optional<CurrencyUnit> currency = columns.head().map(PurchaseOrder::currency);
        row.text(currency.map(CurrencyUnit::getCurrencyCode))
                .number(currency.map(unit -> (long) Amounts.digits(unit)).orElse(null))
                .number(columns.line().map(Integer::longValue).orElse(null));
    }

    static Line line(ResultSet row) throws SQLException {
        return new Line(
                row.getInt("line"),
                Row.text(row, "item"),
                Fractions.read(row, "quantity"),
                Fractions.read(row, "price"));
    }

    /** The fact of a row, given its lines. */
    static PurchaseFact fact(ResultSet row, ImmutableList<Line> lines) throws SQLException {
        String document = row.getString("document");
        String order = row.getString("purchase_order");
        LocalDate day = Row.day(row, "effective_date").orElseThrow();
        String kind = row.getString("kind");
        return switch (kind) {
            case "REQUESTED" -> new Requested(document, day, lines.collect(Line::ordered));
            case "ORDERED" -> new Ordered(order(row, day, lines));
            case "APPROVED" -> new Approved(order, day);
            case "REJECTED" -> new Rejected(order, day);
            case "RECEIVED" ->
                new Received(
                        document,
                        order,
                        row.getInt("line"),
                        Fractions.read(row, "quantity"),
                        Fractions.read(row, "rate"),
                        day);
            case "RETURNED" ->
                new Returned(document, order, row.getString("receipt"), Fractions.read(row, "quantity"), day);
            case "BILLED" -> new Billed(document, order, day, Fractions.read(row, "rate"), lines.collect(Line::billed));
            case "CLOSED" -> new Closed(order, row.getInt("line"), day);
            default -> throw new IllegalStateException("Unknown kind of fact " + kind);
        };
    }

    private static PurchaseOrder order(ResultSet row, LocalDate day, ImmutableList<Line> lines) throws SQLException {
        PurchaseOrder.Builder order = PurchaseOrder.builder();
        order.id(row.getString("purchase_order"))
                .vendor(PartyId.of(row.getString("vendor")))
                .currency(Row.currency(row.getString("currency"), row.getInt("digits")))
                .day(day)
                .request(Row.text(row, "request"))
                .lines(lines.collect(Line::ordered));
        return order.build();
    }
}
