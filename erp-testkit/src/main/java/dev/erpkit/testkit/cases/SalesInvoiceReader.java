package dev.erpkit.testkit.cases;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.order.InvoiceAsk;
import dev.erpkit.crm.sales.order.InvoiceBasis;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderInvoice;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.order.Recall;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.testkit.sales.KitSales;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** An order of one amount that is paid down, invoiced in shares or milestones, with a part kept back; without tax. */
final class SalesInvoiceReader {
    private static final DocumentId ORDER = DocumentId.of("order");
    private static final int SHARES = 10_000;

    private final Case current;
    private final SalesCase sales;
    private final KitSales seller;
    private final Orders orders;
    private int documents;

    private SalesInvoiceReader(Case current) {
        this.current = current;
        this.sales = new SalesCase(current);
        this.seller = sales.seller();
        this.orders = seller.orders();
    }

    static void run(Case current) {
        SalesInvoiceReader reader = new SalesInvoiceReader(current);
        Alias given = reader.sales.given();
        BigDecimal total = given.need("order_total", "total", "order_amount", "order_net", "net")
                .decimal();
        Optional<Field> downPercent = given.any("down_payment_percent", "advance_percent", "down_percent");
        Optional<Field> down = given.any("down_payment", "down_payment_amount", "advance", "advance_amount");
        Optional<Field> milestones = given.any("milestones", "milestone_percents", "milestones_percent");
        Optional<Field> shares = given.any("invoice_percents", "partial_percents", "invoices_percent");
        Optional<Field> retention = given.any("retention_percent", "retention");
        if (downPercent.isEmpty()
                && down.isEmpty()
                && milestones.isEmpty()
                && retention.isEmpty()
                && shares.isEmpty()) {
            throw new UnsupportedCaseException("no way to invoice");
        }
        reader.place(total, milestones, retention, given);
        downPercent.ifPresent(some -> reader.invoice(new InvoiceAsk.DownShare(some.decimal())));
        down.ifPresent(some -> reader.invoice(new InvoiceAsk.DownPayment(reader.sales.amount(some.decimal()))));
        if (milestones.isPresent()) {
            milestones.get().elements().forEach(some -> reader.invoice(new InvoiceAsk.NextMilestone()));
        } else {
            shares.map(Field::elements).orElse(Lists.immutable.empty()).forEach(some -> reader.share(some.decimal()));
            if (!reader.order().fullyInvoiced()) {
                reader.invoice(new InvoiceAsk.AllDue());
            }
        }
        if (reader.order().retainedMinor() != 0) {
            reader.invoice(new InvoiceAsk.Release());
        }
        current.expect()
                .names()
                .forEach(name -> reader.check(name, current.expect().at(name)));
    }

    private void place(BigDecimal total, Optional<Field> milestones, Optional<Field> retention, Alias given) {
        OrderTerms.Builder terms = OrderTerms.builder();
        terms.basis(milestones.isPresent() ? InvoiceBasis.MILESTONES : InvoiceBasis.ORDERED)
                .milestones(milestones
                        .map(list -> list.elements().collect(Field::decimal))
                        .orElse(Lists.immutable.empty()))
                .retention(retention.map(Field::decimal).orElse(BigDecimal.ZERO));
        given.any("recall", "deduction").ifPresent(some -> terms.recall(Recall.parse(some.text())));
        // so many pieces that a share in percents with two decimals is a whole number of them
        String price = total.movePointLeft(4).toPlainString();
        Offer offer = Offer.builder()
                .party("customer")
                .currency(sales.currency())
                .add(SalesLine.of("item", "" + SHARES, price, sales.currency()))
                .build();
        OrderDraft draft = OrderDraft.of("order", offer, sales.pricing()).on(terms.build());
        orders.place(seller.key(), draft, SalesCase.DAY, KitSales.CLERK).orElseThrow();
    }

    private void share(BigDecimal percent) {
        Rational quantity = Rational.of(percent).multiply(Rational.of(SHARES / 100));
        invoice(new InvoiceAsk.Part(Lists.immutable.of(new LineQuantity(1, quantity))));
    }

    private void invoice(InvoiceAsk ask) {
        orders.invoice(seller.key(), ORDER, DocumentId.of("invoice-" + ++documents), ask, SalesCase.DAY, KitSales.CLERK)
                .orElseThrow();
    }

    private Order order() {
        return orders.find(ORDER).orElseThrow();
    }

    private void check(String name, Field expected) {
        ImmutableList<OrderInvoice> invoices = order().invoices();
        ImmutableList<OrderInvoice> charging = invoices.select(i -> i.lines().notEmpty());
        switch (name) {
            case "down_payment", "down_payment_amount", "advance", "advance_invoice" ->
                number(expected, invoices.sumOfLong(OrderInvoice::downMinor));
            case "final_invoice", "remaining", "balance", "final", "rest" ->
                number(expected, charging.getLast().netMinor());
            case "invoices", "invoice_amounts" -> list(expected, invoices.collect(OrderInvoice::netMinor));
            case "milestone_amounts", "milestones", "partial_invoices", "amounts" ->
                list(expected, charging.collect(OrderInvoice::netMinor));
            case "deducted", "recalled" -> list(expected, charging.collect(OrderInvoice::recalledMinor));
            case "retained", "retention" -> list(expected, charging.collect(OrderInvoice::retainedMinor));
            case "released", "retention_released", "release" ->
                number(expected, invoices.sumOfLong(OrderInvoice::releasedMinor));
            case "sum", "invoiced", "total_invoiced", "total" ->
                number(expected, invoices.sumOfLong(OrderInvoice::netMinor));
            default -> throw new UnsupportedCaseException(expected.path());
        }
    }

    private void number(Field expected, long minor) {
        current.differences().number(expected, sales.decimal(minor));
    }

    private void list(Field expected, ImmutableList<Long> minors) {
        if (!expected.isList()) {
            number(expected, minors.sumOfLong(Long::longValue));
            return;
        }
        current.differences().same(expected, expected.elements().size(), minors.size());
        expected.elements().zip(minors).forEach(pair -> number(pair.getOne(), pair.getTwo()));
    }
}
