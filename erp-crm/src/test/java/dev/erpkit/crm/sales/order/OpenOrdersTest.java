package dev.erpkit.crm.sales.order;

import static dev.erpkit.crm.sales.SalesRoom.DAY;
import static dev.erpkit.crm.sales.SalesRoom.ME;
import static dev.erpkit.crm.sales.SalesRoom.PARTY;
import static dev.erpkit.crm.sales.SalesRoom.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.port.Slice;
import dev.erpkit.core.port.SliceRequest;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRecord;
import dev.erpkit.crm.sales.SalesRoom;
import dev.erpkit.crm.sales.port.SalesLog;
import dev.erpkit.crm.sales.port.SalesQuery;
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
        public Slice<SalesRecord<OrderChange>> begun(SalesQuery query, SliceRequest request) {
            return log.begun(query, request);
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
        assertThat(mine())
                .isEqualTo(room.orders().of(PARTY).reject(Order::settled))
                .isEqualTo(new OpenOrders(room.orderLog, room.work)
                        .of(Optional.of(PARTY))
                        .collect(OpenOrders.Placed::order));
        assertThat(open.of(Optional.empty())).isEqualTo(open.of(Optional.of(PARTY)));
    }

    private ImmutableList<Order> mine() {
        return open.of(Optional.of(PARTY)).collect(OpenOrders.Placed::order);
    }

    private static ImmutableList<String> ids(Slice<Order> slice) {
        return slice.elements().collect(order -> order.id().value());
    }

    @Test
    void orders_are_listed_in_the_order_of_placing_slice_by_slice() {
        Orders orders = room.orders();
        place("SO-1");
        place("SO-2");
        place("SO-3");
        settle("SO-1");
        SalesQuery all = SalesQuery.all();
        Slice<Order> placed = orders.placed(all, SliceRequest.first(2));
        assertThat(ids(placed)).containsExactly("SO-1", "SO-2");
        assertThat(placed.elements().getFirst().settled()).isTrue();
        assertThat(ids(orders.placed(all, placed.next().orElseThrow()))).containsExactly("SO-3");
        assertThat(ids(orders.open(all, SliceRequest.first(9)))).containsExactly("SO-2", "SO-3");
        Slice<Order> open = orders.open(all.of(PARTY), SliceRequest.first(1));
        assertThat(ids(open)).containsExactly("SO-2");
        settle("SO-2");
        place("SO-4");
        Slice<Order> rest = orders.open(all.of(PARTY), open.next().orElseThrow());
        assertThat(ids(rest)).containsExactly("SO-3");
        assertThat(ids(orders.open(all, rest.next().orElseThrow()))).containsExactly("SO-4");
        assertThat(ids(orders.open(all.in(DateRange.from(DAY.plusDays(1))), SliceRequest.first(9))))
                .isEmpty();
        assertThat(ids(orders.open(all.of(PartyId.of("nobody")), SliceRequest.first(9))))
                .isEmpty();
    }

    @Test
    void what_another_writer_recorded_is_seen_and_nothing_is_read_twice() {
        place("SO-1");
        place("SO-2");
        holds();
        assertThat(log.read).isEqualTo(2);
        settle("SO-1");
        holds();
        assertThat(mine().collect(order -> order.id().value())).containsExactly("SO-2");
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
        assertThat(mine()).hasSize(1);
    }

    @Test
    void an_order_that_goes_on_stands_where_it_was_placed() {
        place("SO-1");
        settle("SO-1");
        place("SO-2");
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
        assertThat(mine().collect(order -> order.id().value())).containsExactly("SO-1", "SO-2");
    }

    @Test
    void what_a_unit_of_work_has_seen_and_undone_is_forgotten() {
        place("SO-1");
        assertThatThrownBy(() -> room.work.execute(() -> {
                    place("SO-2");
                    assertThat(mine()).hasSize(2);
                    throw new IllegalStateException("undone");
                }))
                .hasMessage("undone");
        assertThat(mine()).hasSize(1);
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
