package dev.erpkit.crm.sales.order;

import static dev.erpkit.crm.sales.SalesRoom.DAY;
import static dev.erpkit.crm.sales.SalesRoom.ME;
import static dev.erpkit.crm.sales.SalesRoom.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.trade.InvoiceRequest;
import dev.erpkit.core.trade.LinePrice;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRoom;
import java.math.BigDecimal;
import java.util.List;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

/** What an invoice takes back names the invoices that charged it, and never more than they did. */
class InvoiceLinesTest {
    private static final DocumentId ID = DocumentId.of("SO-1");
    private final SalesRoom room = new SalesRoom();
    private final Orders orders = room.orders();
    private int notes;

    private List<String> invoice(String document, InvoiceAsk ask) {
        orders.invoice(room.key(), ID, DocumentId.of(document), ask, DAY, ME).orElseThrow();
        return room.invoices.getLast().lines().collect(InvoiceLinesTest::text).castToList();
    }

    private static String text(InvoiceRequest.Line line) {
        return line.role() + " " + Amounts.decimal(line.net()).toPlainString()
                + line.takesBack()
                        .map(charge -> " of " + charge.document() + "/" + charge.position())
                        .orElse("");
    }

    private void deliver(String quantity) {
        DocumentId note = DocumentId.of("N-" + ++notes);
        orders.deliver(room.key(), ID, note, LineQuantity.list(1, quantity), DAY, ME)
                .orElseThrow();
    }

    private void takeBack(String quantity) {
        DocumentId note = DocumentId.of("N-" + ++notes);
        orders.takeBack(room.key(), ID, note, LineQuantity.list(1, quantity), false, DAY, ME)
                .orElseThrow();
    }

    private static InvoiceAsk all() {
        return new InvoiceAsk.AllDue();
    }

    @Test
    void what_comes_back_takes_back_the_newest_invoice_first_and_never_more_than_it_charged() {
        room.place("SO-1", OrderTerms.on(InvoiceBasis.DELIVERED), line("A", "10", "1"))
                .orElseThrow();
        deliver("4");
        assertThat(invoice("I-1", all())).containsExactly("goods 4");
        deliver("6");
        assertThat(invoice("I-2", all())).containsExactly("goods 6");
        takeBack("7");
        assertThat(invoice("C-1", all())).containsExactly("goods -6 of I-2/1", "goods -1 of I-1/1");
        assertThat(room.invoices.getLast().charges()).isEmpty();
        assertThat(room.invoices.getLast().takenBack().collect(InvoiceRequest.TakenBack::document))
                .containsExactly("I-2", "I-1");
        takeBack("3");
        assertThat(invoice("C-2", all())).containsExactly("goods -3 of I-1/1");
    }

    @Test
    void a_line_shows_quantity_times_price_less_what_was_taken_off() {
        room.place("SO-1", OrderTerms.on(InvoiceBasis.DELIVERED), line("A", "10", "3.335"))
                .orElseThrow();
        deliver("1");
        invoice("I-1", all());
        deliver("3");
        invoice("I-2", all());
        takeBack("4");
        invoice("C-1", all());
        // 3.34, then 13.34 up to now: 10.00 for three at 3.335, that are 10.01
        assertThat(room.invoices
                        .collect(InvoiceRequest::lines)
                        .collect(lines -> lines.collect(InvoiceLinesTest::price).makeString("; ")))
                .containsExactly(
                        "1 PCS x 3.335 - 0 = 3.34",
                        "3 PCS x 3.335 - 0.01 = 10",
                        "-3 PCS x 3.335 - -0.01 = -10; -1 PCS x 3.335 - 0 = -3.34");
    }

    private static String price(InvoiceRequest.Line line) {
        LinePrice price = line.price().orElseThrow();
        return price.quantity()
                + " x " + plain(price.unitPrice())
                + " - " + plain(price.discount())
                + " = " + plain(line.net());
    }

    private static String plain(MonetaryAmount amount) {
        return Amounts.decimal(amount).stripTrailingZeros().toPlainString();
    }

    /** The second piece was charged nothing, so there is nothing of it to take back. */
    @Test
    void no_more_is_shown_to_come_back_than_was_charged() {
        room.place("SO-1", OrderTerms.on(InvoiceBasis.DELIVERED), line("A", "10", "0.005"))
                .orElseThrow();
        deliver("1");
        invoice("I-1", all());
        deliver("1");
        invoice("I-2", all());
        takeBack("2");
        assertThat(invoice("C-1", all())).containsExactly("goods -0.01 of I-1/1");
        assertThat(room.invoices
                        .collect(InvoiceRequest::lines)
                        .collect(lines -> lines.collect(InvoiceLinesTest::price).makeString("; ")))
                .containsExactly("1 PCS x 0.005 - 0 = 0.01", "1 PCS x 0.005 - 0.01 = 0", "-1 PCS x 0.005 - 0 = -0.01");
    }

    @Test
    void an_amount_of_no_quantity_shows_none() {
        OrderTerms terms = OrderTerms.builder().retention(new BigDecimal("10")).build();
        room.place("SO-1", terms, line("A", "10", "10")).orElseThrow();
        deliver("10");
        invoice("I-1", all());
        assertThat(room.invoices.getLast().lines().collect(line -> line.price().isPresent()))
                .containsExactly(true, false);
    }

    @Test
    void new_goods_are_charged_beside_what_is_taken_back() {
        room.place("SO-1", OrderTerms.on(InvoiceBasis.DELIVERED), line("A", "5", "1"), line("B", "5", "2"))
                .orElseThrow();
        deliver("5");
        invoice("I-1", all());
        takeBack("2");
        orders.deliver(room.key(), ID, DocumentId.of("N"), LineQuantity.list(2, "3"), DAY, ME)
                .orElseThrow();
        assertThat(invoice("I-2", all())).containsExactly("goods 6", "goods -2 of I-1/1");
        takeBack("3");
        orders.takeBack(room.key(), ID, DocumentId.of("M"), LineQuantity.list(2, "1"), false, DAY, ME)
                .orElseThrow();
        assertThat(invoice("C-1", all())).containsExactly("goods -3 of I-1/1", "goods -2 of I-2/1");
    }

    @Test
    void what_was_kept_back_of_taken_back_goods_is_given_up() {
        OrderTerms terms = OrderTerms.builder().retention(new BigDecimal("10")).build();
        room.place("SO-1", terms, line("A", "10", "10")).orElseThrow();
        deliver("10");
        assertThat(invoice("I-1", all())).containsExactly("goods 100", "retention -10");
        takeBack("5");
        assertThat(invoice("C-1", all())).containsExactly("goods -50 of I-1/1", "retention 5 of I-1/2");
    }

    @Test
    void what_cannot_be_taken_off_takes_back_the_down_payment() {
        OrderTerms terms = OrderTerms.builder().basis(InvoiceBasis.ORDERED).build();
        room.place("SO-1", terms, line("A", "10", "10")).orElseThrow();
        invoice("D-1", new InvoiceAsk.DownPayment(Amounts.of("30", "USD")));
        assertThat(invoice("D-2", new InvoiceAsk.DownPayment(Amounts.of("50", "USD"))))
                .containsExactly("down-payment 50");
        orders.cancel(room.key(), ID, LineQuantity.list(1, "5"), DAY, ME).orElseThrow();
        assertThat(invoice("I-1", all()))
                .containsExactly("goods 50", "down-payment-recalled -50", "down-payment-recalled -30 of D-2/1");
    }
}
