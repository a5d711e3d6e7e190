package dev.erpkit.crm.sales.order;

import static dev.erpkit.crm.sales.SalesRoom.DAY;
import static dev.erpkit.crm.sales.SalesRoom.ME;
import static dev.erpkit.crm.sales.SalesRoom.PARTY;
import static dev.erpkit.crm.sales.SalesRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.SalesRoom;
import dev.erpkit.crm.sales.port.SalesLog;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** Open orders are folded on from where the last question left off, whoever wrote in between. */
class OpenOrdersTest {
    private final SalesRoom room = new SalesRoom();
    private final Counting log = new Counting(room.orderLog);
    private final OpenOrders open = new OpenOrders(log, room.work);

    /** Counts the records that were read of a party. */
    private static final class Counting implements SalesLog<OrderChange> {
        private final SalesLog<OrderChange> log;
        private int read;

        Counting(SalesLog<OrderChange> log) {
            this.log = log;
        }

        @Override
        public void append(SalesRecord<OrderChange> fact) {
            log.append(fact);
        }

        @Override
        public Optional<SalesRecord<OrderChange>> find(IdempotencyKey key) {
            return log.find(key);
        }

        @Override
        public ImmutableList<SalesRecord<OrderChange>> of(DocumentId document) {
            return log.of(document);
        }

        @Override
        public ImmutableList<SalesRecord<OrderChange>> of(PartyId party, long afterSequence) {
            ImmutableList<SalesRecord<OrderChange>> found = log.of(party, afterSequence);
            read += found.size();
            return found;
        }

        @Override
        public void forEach(long afterSequence, Consumer<? super SalesRecord<OrderChange>> sink) {
            log.forEach(afterSequence, sink);
        }

        @Override
        public long lastSequence() {
            return log.lastSequence();
        }
    }

    private void place(String id) {
        room.place(id, OrderTerms.on(InvoiceBasis.DELIVERED), line("A", "10", "1"))
                .orElseThrow();
    }

    private void settle(String id) {
        DocumentId order = DocumentId.of(id);
        DocumentId note = DocumentId.of("N-" + id);
        room.orders()
                .deliver(room.key(), order, note, LineQuantity.list(1, "10"), DAY, ME)
                .orElseThrow();
        room.orders()
                .invoice(room.key(), order, note, new InvoiceAsk.AllDue(), DAY, ME)
                .orElseThrow();
    }

    private void holds() {
        assertThat(open.of(PARTY))
                .isEqualTo(room.orders().of(PARTY).reject(Order::settled))
                .isEqualTo(new OpenOrders(room.orderLog, room.work).of(PARTY));
    }

    @Test
    void what_another_writer_recorded_is_seen_and_nothing_is_read_twice() {
        place("SO-1");
        place("SO-2");
        holds();
        assertThat(log.read).isEqualTo(2);
        settle("SO-1");
        holds();
        assertThat(open.of(PARTY).collect(order -> order.id().value())).containsExactly("SO-2");
        assertThat(log.read).isEqualTo(4);
        holds();
        assertThat(log.read).isEqualTo(4);
    }

    @Test
    void a_settled_order_that_goes_on_is_open_again() {
        place("SO-1");
        settle("SO-1");
        holds();
        room.orders()
                .takeBack(
                        room.key(),
                        DocumentId.of("SO-1"),
                        DocumentId.of("R"),
                        LineQuantity.list(1, "2"),
                        false,
                        DAY,
                        ME)
                .orElseThrow();
        holds();
        assertThat(open.of(PARTY)).hasSize(1);
    }

    @Test
    void what_a_unit_of_work_has_seen_and_undone_is_forgotten() {
        place("SO-1");
        assertThatThrownBy(() -> room.work.execute(() -> {
                    place("SO-2");
                    assertThat(open.of(PARTY)).hasSize(2);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(open.of(PARTY)).hasSize(1);
        place("SO-3");
        holds();
    }

    @Test
    void the_credit_of_one_service_counts_the_orders_of_another() {
        Orders mine = room.orders();
        place("SO-1");
        assertThat(mine.credit(PARTY).used()).isEqualTo(Amounts.of("10", "USD"));
        place("SO-2");
        assertThat(mine.credit(PARTY).used()).isEqualTo(Amounts.of("20", "USD"));
        settle("SO-1");
        assertThat(mine.credit(PARTY).used()).isEqualTo(Amounts.of("10", "USD"));
    }
}
