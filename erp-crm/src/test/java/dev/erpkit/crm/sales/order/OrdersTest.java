package dev.erpkit.crm.sales.order;

import static dev.erpkit.crm.sales.SalesRoom.DAY;
import static dev.erpkit.crm.sales.SalesRoom.ME;
import static dev.erpkit.crm.sales.SalesRoom.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRoom;
import dev.erpkit.crm.sales.order.InvoiceAsk.AllDue;
import dev.erpkit.crm.sales.order.InvoiceAsk.Part;
import dev.erpkit.crm.sales.price.TaxRate;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Progress of orders, and what may not happen to them. */
class OrdersTest {
    private static final DocumentId ID = DocumentId.of("SO-1");
    private final SalesRoom room = new SalesRoom();
    private final Orders orders = room.orders();
    private int documents;

    private DocumentId document() {
        return DocumentId.of("D-" + ++documents);
    }

    private Outcome<Order> deliver(int line, String quantity) {
        return orders.deliver(room.key(), ID, document(), LineQuantity.list(line, quantity), DAY, ME);
    }

    private Outcome<Order> takeBack(int line, String quantity, boolean replaced) {
        return orders.takeBack(room.key(), ID, document(), LineQuantity.list(line, quantity), replaced, DAY, ME);
    }

    private Outcome<Order> invoice(InvoiceAsk ask) {
        return orders.invoice(room.key(), ID, document(), ask, DAY, ME);
    }

    private void refused(Supplier<Outcome<?>> command, String code) {
        long recorded = room.orderLog.lastSequence();
        int told = room.goods.size() + room.invoices.size();
        assertThat(command.get().refusal().orElseThrow().code()).hasToString(code);
        assertThat(room.orderLog.lastSequence()).as("nothing is recorded").isEqualTo(recorded);
        assertThat(room.goods.size() + room.invoices.size())
                .as("nothing is asked of store and books")
                .isEqualTo(told);
    }

    private LineProgress first() {
        return orders.find(ID).orElseThrow().line(1);
    }

    private static OrderTerms on(InvoiceBasis basis) {
        return OrderTerms.on(basis);
    }

    @Test
    void what_is_invoiced_with_what_is_not_is_the_total() {
        TaxRate tax = TaxRate.of("t", "21");
        room.place(
                        "SO-1",
                        on(InvoiceBasis.ORDERED),
                        line("A", "10", "10").taxed(tax),
                        line("B", "25", "4").taxed(tax),
                        line("C", "20", "5").taxed(tax))
                .orElseThrow();
        ImmutableList<LineQuantity> two = LineQuantity.list(1, "10").newWith(LineQuantity.of(2, "25"));
        Order order = invoice(new Part(two)).orElseThrow();
        assertThat(order.invoiced()).isEqualTo(Amounts.of("242", "USD"));
        assertThat(order.uninvoiced()).isEqualTo(Amounts.of("121", "USD"));
        assertThat(order.figures().total()).isEqualTo(Amounts.of("363", "USD"));
        Order all = invoice(new AllDue()).orElseThrow();
        assertThat(all.uninvoiced()).isEqualTo(Amounts.of("0", "USD"));
        assertThat(all.open()).isEqualTo(Amounts.of("0", "USD"));
        refused(() -> invoice(new AllDue()), "order.nothing-to-invoice");
    }

    @Test
    void a_line_goes_from_ordered_to_settled() {
        room.place("SO-1", on(InvoiceBasis.DELIVERED), line("A", "10", "1")).orElseThrow();
        deliver(1, "6").orElseThrow();
        assertThat(first().backOrder()).isEqualTo(Rational.of(4));
        assertThat(first().toInvoice(InvoiceBasis.DELIVERED)).isEqualTo(Rational.of(6));
        orders.cancel(room.key(), ID, LineQuantity.list(1, "2"), DAY, ME).orElseThrow();
        assertThat(first().wanted()).isEqualTo(Rational.of(8));
        takeBack(1, "1", true).orElseThrow();
        assertThat(first().backOrder()).isEqualTo(Rational.of(3));
        deliver(1, "3").orElseThrow();
        assertThat(invoice(new AllDue()).orElseThrow().settled()).isTrue();
        takeBack(1, "2", false).orElseThrow();
        assertThat(first().wanted()).isEqualTo(Rational.of(6));
        assertThat(first().uninvoiced()).isEqualTo(Rational.of(-2));
        Order credited = invoice(new AllDue()).orElseThrow();
        assertThat(credited.invoices().getLast().netMinor()).isEqualTo(-2_00);
        assertThat(credited.settled()).isTrue();
        assertThat(room.goods)
                .containsExactly(
                        "reserve SO-1 Ax10",
                        "deliver D-1 Ax6",
                        "keep 2 and release SO-1 Ax2",
                        "take back D-2 Ax1",
                        "deliver D-3 Ax3",
                        "take back D-5 Ax2");
    }

    @Test
    void no_more_is_delivered_than_ordered_with_the_tolerance() {
        OrderTerms tolerant =
                OrderTerms.builder().overDelivery(new BigDecimal("10")).build();
        room.place("SO-1", tolerant, line("A", "10", "1"), line("B", "5", "1")).orElseThrow();
        refused(() -> deliver(1, "11.01"), "order.over-delivery");
        deliver(1, "11").orElseThrow();
        refused(() -> deliver(1, "1/1000"), "order.over-delivery");
        assertThat(first().backOrder()).isEqualTo(Rational.ZERO);
        assertThat(invoice(new AllDue()).orElseThrow().invoicedMinor()).isEqualTo(11_00);
        takeBack(1, "1", false).orElseThrow();
        assertThat(first().wanted()).as("what was beyond goes back first").isEqualTo(Rational.of(10));
        refused(() -> deliver(3, "1"), "order.quantities");
        refused(() -> deliver(1, "0"), "order.quantities");
        refused(
                () -> orders.deliver(
                        room.key(),
                        ID,
                        document(),
                        LineQuantity.list(2, "1").newWith(LineQuantity.of(2, "1")),
                        DAY,
                        ME),
                "order.quantities");
    }

    @Test
    void no_more_comes_back_is_cancelled_or_invoiced_than_there_is() {
        room.place("SO-1", on(InvoiceBasis.DELIVERED), line("A", "10", "1")).orElseThrow();
        deliver(1, "4").orElseThrow();
        refused(() -> takeBack(1, "5", true), "order.return-too-much");
        refused(() -> orders.cancel(room.key(), ID, LineQuantity.list(1, "7"), DAY, ME), "order.cancel-too-much");
        refused(() -> invoice(new Part(LineQuantity.list(1, "5"))), "order.invoice-too-much");
        refused(
                () -> orders.deliver(room.key(), DocumentId.of("X"), document(), LineQuantity.list(1, "1"), DAY, ME),
                "order.unknown");
        refused(() -> room.place("SO-1", on(InvoiceBasis.ORDERED), line("A", "1", "1")), "order.exists");
        orders.invoice(room.key(), ID, DocumentId.of("I"), new Part(LineQuantity.list(1, "1")), DAY, ME)
                .orElseThrow();
        refused(
                () -> orders.invoice(room.key(), ID, DocumentId.of("I"), new AllDue(), DAY, ME),
                "order.invoice-exists");
        refused(() -> invoice(new InvoiceAsk.NextMilestone()), "order.no-milestone");
    }

    @Test
    void what_the_store_refuses_is_refused() {
        room.place("SO-1", on(InvoiceBasis.DELIVERED), line("A", "10", "1")).orElseThrow();
        room.storeRefuses = true;
        refused(() -> deliver(1, "1"), "stock.short");
        assertThat(first().delivered()).isEqualTo(Rational.ZERO);
    }

    @Test
    void credit_counts_open_orders_and_open_invoices() {
        room.limit = Optional.of(Amounts.of("100", "USD"));
        room.owed = Amounts.of("30", "USD");
        TaxRate tax = TaxRate.of("t", "10");
        room.place("SO-0", on(InvoiceBasis.ORDERED), line("A", "40", "1").taxed(tax))
                .orElseThrow();
        assertThat(orders.credit(SalesRoom.PARTY).used()).isEqualTo(Amounts.of("74", "USD"));
        Outcome<Order> more = room.place("SO-1", on(InvoiceBasis.ORDERED), line("A", "26.01", "1"));
        assertThat(more.refusal().orElseThrow().message())
                .contains("USD 26.01 more")
                .contains("limit of USD 100.00");
        assertThat(orders.find(ID)).isEmpty();
        room.place("SO-1", on(InvoiceBasis.ORDERED), line("A", "26", "1")).orElseThrow();
        assertThat(orders.credit(SalesRoom.PARTY).used()).isEqualTo(Amounts.of("100", "USD"));
        room.limit = Optional.of(Amounts.of("10000", "JPY"));
        refused(() -> room.place("SO-2", on(InvoiceBasis.ORDERED), line("A", "1", "1")), "order.credit-currency");
    }

    @Test
    void what_was_paid_down_is_not_counted_twice_and_what_is_kept_back_is() {
        OrderTerms terms = OrderTerms.builder()
                .basis(InvoiceBasis.ORDERED)
                .retention(new BigDecimal("10"))
                .build();
        room.place("SO-1", terms, line("A", "10", "10")).orElseThrow();
        Order down = invoice(new InvoiceAsk.DownShare(new BigDecimal("30"))).orElseThrow();
        assertThat(down.open()).isEqualTo(Amounts.of("70", "USD"));
        Order half = invoice(new Part(LineQuantity.list(1, "5"))).orElseThrow();
        assertThat(half.open()).as("50 and 5 kept back").isEqualTo(Amounts.of("55", "USD"));
    }
}
