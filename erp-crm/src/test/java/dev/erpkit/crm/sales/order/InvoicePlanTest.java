package dev.erpkit.crm.sales.order;

import static dev.erpkit.crm.sales.SalesRoom.DAY;
import static dev.erpkit.crm.sales.SalesRoom.ME;
import static dev.erpkit.crm.sales.SalesRoom.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRoom;
import dev.erpkit.crm.sales.order.InvoiceAsk.AllDue;
import dev.erpkit.crm.sales.order.InvoiceAsk.DownPayment;
import dev.erpkit.crm.sales.order.InvoiceAsk.NextMilestone;
import dev.erpkit.crm.sales.order.InvoiceAsk.Part;
import dev.erpkit.crm.sales.order.InvoiceAsk.Release;
import java.math.BigDecimal;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

/** Invoices in parts sum to the order exactly, however they are cut. */
class InvoicePlanTest {
    private static final DocumentId ID = DocumentId.of("SO-1");
    private final SalesRoom room = new SalesRoom();
    private final Orders orders = room.orders();
    private int documents;

    private Outcome<Order> invoice(InvoiceAsk ask) {
        return orders.invoice(room.key(), ID, DocumentId.of("I-" + ++documents), ask, DAY, ME);
    }

    private long net(InvoiceAsk ask) {
        return invoice(ask).orElseThrow().invoices().getLast().netMinor();
    }

    private static Part part(String quantity) {
        return new Part(LineQuantity.list(1, quantity));
    }

    private static OrderTerms.Builder ordered() {
        OrderTerms.Builder terms = OrderTerms.builder();
        terms.basis(InvoiceBasis.ORDERED);
        return terms;
    }

    @Test
    void thirds_of_ten_sum_to_ten() {
        room.place("SO-1", ordered().build(), line("A", "3", "3.3333")).orElseThrow();
        assertThat(net(part("1"))).isEqualTo(333);
        assertThat(net(part("1"))).isEqualTo(334);
        assertThat(net(part("1"))).isEqualTo(333);
        assertThat(orders.find(ID).orElseThrow().settled()).isFalse();
        assertThat(orders.find(ID).orElseThrow().fullyInvoiced()).isTrue();
    }

    @Test
    void a_down_payment_is_taken_off_as_agreed() {
        for (Recall recall : Recall.values()) {
            SalesRoom own = new SalesRoom();
            own.place("SO-1", ordered().recall(recall).build(), line("A", "2", "50"))
                    .orElseThrow();
            Orders mine = own.orders();
            DownPayment thirty = new DownPayment(Amounts.of("30", "USD"));
            assertThat(mine.preview(ID, DocumentId.of("x"), new DownPayment(Amounts.of("100.01", "USD")))
                            .refusal()
                            .orElseThrow()
                            .code())
                    .hasToString("order.down-payment");
            mine.invoice(own.key(), ID, DocumentId.of("1"), thirty, DAY, ME).orElseThrow();
            mine.invoice(own.key(), ID, DocumentId.of("2"), part("1"), DAY, ME).orElseThrow();
            Order done = mine.invoice(own.key(), ID, DocumentId.of("3"), part("1"), DAY, ME)
                    .orElseThrow();
            long[] recalled =
                    done.invoices().collectLong(OrderInvoice::recalledMinor).toArray();
            switch (recall) {
                case NEXT -> assertThat(recalled).containsExactly(0, 30_00, 0);
                case PROPORTION -> assertThat(recalled).containsExactly(0, 15_00, 15_00);
                case FINAL -> assertThat(recalled).containsExactly(0, 0, 30_00);
            }
            assertThat(done.invoices().sumOfLong(OrderInvoice::netMinor)).isEqualTo(100_00);
            assertThat(done.downMinor()).isZero();
        }
    }

    @Test
    void what_is_kept_back_is_released_in_the_end() {
        room.place("SO-1", ordered().retention(new BigDecimal("5")).build(), line("A", "3", "33.33"))
                .orElseThrow();
        assertThat(net(part("1"))).isEqualTo(33_33 - 1_67);
        assertThat(invoice(new Release()).refusal().orElseThrow().code()).hasToString("order.no-release");
        assertThat(net(part("2"))).isEqualTo(66_66 - 3_33);
        assertThat(net(new Release())).isEqualTo(5_00);
        assertThat(orders.find(ID).orElseThrow().invoices().sumOfLong(OrderInvoice::netMinor))
                .isEqualTo(99_99);
        assertThat(invoice(new Release()).refusal().orElseThrow().code()).hasToString("order.no-release");
        assertThat(room.invoices
                        .getLast()
                        .lines()
                        .collect(InvoiceRequest.Line::role)
                        .castToList())
                .containsExactly("retention-released");
    }

    @Test
    void milestones_sum_to_the_order() {
        OrderTerms terms = OrderTerms.builder()
                .basis(InvoiceBasis.MILESTONES)
                .milestones(Lists.immutable.of("33.3", "33.3", "33.4").collect(BigDecimal::new))
                .build();
        room.place("SO-1", terms, line("A", "1", "10.01"), line("B", "1", "0.99"))
                .orElseThrow();
        assertThat(net(new NextMilestone())).isEqualTo(333 + 33);
        assertThat(net(new NextMilestone())).isEqualTo(334 + 33);
        Order done = invoice(new NextMilestone()).orElseThrow();
        assertThat(done.invoicedMinor()).isEqualTo(11_00);
        assertThat(done.fullyInvoiced()).isTrue();
        assertThat(invoice(new NextMilestone()).refusal().orElseThrow().code()).hasToString("order.no-milestone");
    }

    @Test
    void after_a_cancellation_the_last_invoice_takes_off_all_that_was_paid_down() {
        room.place("SO-1", ordered().build(), line("A", "10", "10")).orElseThrow();
        net(new DownPayment(Amounts.of("80", "USD")));
        orders.cancel(room.key(), ID, LineQuantity.list(1, "5"), DAY, ME).orElseThrow();
        assertThat(net(new AllDue())).isEqualTo(50_00 - 80_00);
        assertThat(orders.find(ID).orElseThrow().invoices().sumOfLong(OrderInvoice::netMinor))
                .isEqualTo(50_00);
    }

    @Test
    void what_was_paid_down_is_given_back_when_nothing_is_wanted() {
        room.place("SO-1", ordered().build(), line("A", "10", "10")).orElseThrow();
        net(new DownPayment(Amounts.of("80", "USD")));
        assertThat(invoice(new AllDue()).orElseThrow().downMinor()).isZero();
        room.place("SO-2", ordered().build(), line("A", "1", "10")).orElseThrow();
        DocumentId second = DocumentId.of("SO-2");
        DownPayment five = new DownPayment(Amounts.of("5", "USD"));
        orders.invoice(room.key(), second, DocumentId.of("a"), five, DAY, ME).orElseThrow();
        orders.cancel(room.key(), second, LineQuantity.list(1, "1"), DAY, ME).orElseThrow();
        Order back = orders.invoice(room.key(), second, DocumentId.of("b"), new AllDue(), DAY, ME)
                .orElseThrow();
        assertThat(back.invoices().getLast().netMinor()).isEqualTo(-5_00);
        assertThat(back.settled()).isTrue();
    }
}
