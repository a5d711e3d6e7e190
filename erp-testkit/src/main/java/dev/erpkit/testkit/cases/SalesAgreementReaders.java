package dev.erpkit.testkit.cases;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.trade.Receivables;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.contract.Contracts;
import dev.erpkit.crm.sales.contract.FrameLine;
import dev.erpkit.crm.sales.contract.FrameTerms;
import dev.erpkit.crm.sales.order.CallOffs;
import dev.erpkit.crm.sales.order.InvoiceBasis;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.order.Orders;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.SalesLine;
import dev.erpkit.testkit.sales.KitSales;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Orders against a frame contract, and orders against a credit limit. */
final class SalesAgreementReaders {
    private static final DocumentId CONTRACT = DocumentId.of("contract");

    private SalesAgreementReaders() {}

    private static Offer offer(SalesCase sales, String quantity, String price) {
        return Offer.builder()
                .party("customer")
                .currency(sales.currency())
                .add(SalesLine.of("item", quantity, price, sales.currency()))
                .build();
    }

    private static ImmutableList<Field> each(Field field) {
        return field.isList() ? field.elements() : Lists.immutable.of(field);
    }

    /** So much agreed, and so much called off, order by order. */
    static void frame(Case current) {
        SalesCase sales = new SalesCase(current);
        Alias given = sales.given();
        Field most = given.need(
                "frame_quantity",
                "frame",
                "contract_quantity",
                "blanket_quantity",
                "blanket_qty",
                "agreed_quantity",
                "agreed");
        Field calls = given.need("call_offs", "calls", "called_off", "orders", "ordered");
        String price = given.any("price", "unit_price").map(Field::text).orElse("1");
        KitSales seller = sales.seller();
        Contracts contracts = seller.contracts();
        Optional<LocalDate> until = given.any("valid_until", "valid_to", "end").map(Field::date);
        FrameTerms terms = FrameTerms.of(
                "customer",
                until.map(day -> DateRange.until(day.plusDays(1))).orElseGet(DateRange::all),
                FrameLine.of("item", most.text(), sales.amount(new BigDecimal(price))));
        KitSales frames = seller;
        contracts
                .agree(frames.key(), CONTRACT, terms, SalesCase.DAY, KitSales.CLERK)
                .orElseThrow();
        Orders orders = seller.orders();
        MutableList<Outcome<Order>> outcomes = Lists.mutable.empty();
        OrderTerms callOff = OrderTerms.builder().contract(CONTRACT).build();
        for (Field call : each(calls)) {
            boolean dated = call.isObject();
            Alias parts = new Alias(call);
            String quantity = dated ? parts.need("quantity", "qty").text() : call.text();
            LocalDate day = dated ? parts.need("date", "on", "day").date() : SalesCase.DAY;
            if (dated) {
                parts.nothingElse();
            }
            OrderDraft draft = OrderDraft.of("order-" + outcomes.size(), offer(sales, quantity, price), sales.pricing())
                    .on(callOff);
            outcomes.add(orders.place(seller.key(), draft, day, KitSales.CLERK));
        }
        Rational left = contracts
                .find(CONTRACT)
                .orElseThrow()
                .left(CallOffs.of(CONTRACT, orders.of(PartyId.of("customer"))))
                .get("item");
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "remaining", "left", "remaining_quantity", "remaining_qty" ->
                    current.differences().number(expected, left.exactDecimal().orElseThrow());
                case "ordered", "called_off", "ordered_quantity" ->
                    current.differences()
                            .number(
                                    expected,
                                    Rational.parse(most.text())
                                            .subtract(left)
                                            .exactDecimal()
                                            .orElseThrow());
                case "results", "outcomes", "accepted", "refused", "result", "outcome", "last", "allowed" ->
                    verdicts(sales, current, expected, outcomes.toImmutable());
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }

    private static void verdicts(
            SalesCase sales, Case current, Field expected, ImmutableList<Outcome<Order>> outcomes) {
        if (!expected.isList()) {
            sales.verdict(expected, outcomes.getLast());
            return;
        }
        ImmutableList<Field> rows = expected.elements();
        current.differences().same(expected, rows.size(), outcomes.size());
        rows.zip(outcomes).forEach(pair -> sales.verdict(pair.getOne(), pair.getTwo()));
    }

    /** A limit, what is owed, what is on order, and one order more. */
    static void credit(Case current) {
        SalesCase sales = new SalesCase(current);
        Alias given = sales.given();
        BigDecimal limit = given.need("credit_limit", "limit").decimal();
        BigDecimal owed = sum(given.any("open_invoices", "invoices", "receivable", "outstanding", "owed", "balance"));
        BigDecimal ordered = sum(given.any("open_orders", "orders", "on_order", "uninvoiced_orders"));
        BigDecimal asked = sum(given.any("new_order", "order", "amount", "asked"));
        Receivables.Standing free = new Receivables.Standing(sales.amount(owed), Optional.empty());
        Receivables.Standing held = new Receivables.Standing(sales.amount(owed), Optional.of(sales.amount(limit)));
        boolean[] limited = {false};
        KitSales seller = SalesCase.seller(party -> limited[0] ? held : free);
        Orders orders = seller.orders();
        if (ordered.signum() > 0) {
            place(sales, seller, orders, "open", ordered).orElseThrow();
        }
        limited[0] = true;
        PartyId party = PartyId.of("customer");
        BigDecimal used = Amounts.decimal(orders.credit(party).used());
        Optional<Outcome<Order>> outcome =
                asked.signum() > 0 ? Optional.of(place(sales, seller, orders, "new", asked)) : Optional.empty();
        current.expect().names().forEach(name -> {
            Field expected = current.expect().at(name);
            switch (name) {
                case "used", "credit_used", "exposure" -> current.differences().number(expected, used);
                case "available", "credit_available", "remaining" ->
                    current.differences().number(expected, limit.subtract(used));
                case "used_after", "exposure_after" ->
                    current.differences()
                            .number(
                                    expected,
                                    Amounts.decimal(orders.credit(party).used()));
                case "allowed", "accepted", "refused", "blocked", "result", "outcome", "exceeded" ->
                    verdict(sales, expected, outcome.orElseThrow(() -> new UnsupportedCaseException(name)));
                default -> throw new UnsupportedCaseException(expected.path());
            }
        });
    }

    private static void verdict(SalesCase sales, Field expected, Outcome<Order> outcome) {
        boolean exceeded = expected.path().endsWith("exceeded");
        sales.verdict(
                expected,
                exceeded && outcome.isAccepted()
                        ? SalesRefusal.of("not exceeded")
                        : exceeded ? Outcome.accepted(outcome) : outcome);
    }

    private static Outcome<Order> place(SalesCase sales, KitSales seller, Orders orders, String id, BigDecimal amount) {
        OrderDraft draft = OrderDraft.of(id, offer(sales, "1", amount.toPlainString()), sales.pricing())
                .on(OrderTerms.on(InvoiceBasis.ORDERED));
        return orders.place(seller.key(), draft, SalesCase.DAY, KitSales.CLERK);
    }

    private static BigDecimal sum(Optional<Field> field) {
        return field.map(some -> each(some).collect(Field::decimal).injectInto(BigDecimal.ZERO, BigDecimal::add))
                .orElse(BigDecimal.ZERO);
    }
}
