package dev.erpkit.crm.sales.contract;

import static dev.erpkit.crm.sales.SalesRoom.DAY;
import static dev.erpkit.crm.sales.SalesRoom.ME;
import static dev.erpkit.crm.sales.SalesRoom.PARTY;
import static dev.erpkit.crm.sales.SalesRoom.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.sales.DocumentId;
import dev.erpkit.crm.sales.SalesRoom;
import dev.erpkit.crm.sales.order.CallOffs;
import dev.erpkit.crm.sales.order.LineQuantity;
import dev.erpkit.crm.sales.order.Order;
import dev.erpkit.crm.sales.order.OrderDraft;
import dev.erpkit.crm.sales.order.OrderTerms;
import dev.erpkit.crm.sales.price.Offer;
import dev.erpkit.crm.sales.price.SalesLine;
import org.junit.jupiter.api.Test;

class ContractsTest {
    private static final DocumentId ID = DocumentId.of("FC-1");
    private static final OrderTerms CALL_OFF = OrderTerms.builder().contract(ID).build();
    private final SalesRoom room = new SalesRoom();
    private final Contracts contracts = room.contracts();

    ContractsTest() {
        FrameTerms terms = FrameTerms.of(
                "C-17",
                DateRange.of(DAY, DAY.plusYears(1)),
                FrameLine.of("A", "20", Amounts.of("30", "USD")),
                FrameLine.of("B", "5", Amounts.of("1", "USD")));
        contracts.agree(room.key(), ID, terms, DAY, ME).orElseThrow();
    }

    private Rational left() {
        return contracts
                .find(ID)
                .orElseThrow()
                .left(CallOffs.of(ID, room.orders().of(PARTY)))
                .get("A");
    }

    private void refused(Outcome<?> outcome, String code) {
        assertThat(outcome.refusal().orElseThrow().code()).hasToString(code);
    }

    private Outcome<Order> callOff(String id, SalesLine... lines) {
        return room.place(id, CALL_OFF, lines);
    }

    @Test
    void orders_call_off_until_nothing_is_left() {
        callOff("SO-1", line("A", "12", "30")).orElseThrow();
        refused(callOff("SO-2", line("A", "5", "30"), line("A", "4", "30")), "contract.exceeded");
        assertThat(room.orders().find(DocumentId.of("SO-2"))).isEmpty();
        callOff("SO-2", line("A", "8", "30")).orElseThrow();
        assertThat(left()).isEqualTo(Rational.ZERO);
        room.orders()
                .cancel(room.key(), DocumentId.of("SO-1"), LineQuantity.list(1, "3"), DAY, ME)
                .orElseThrow();
        assertThat(left()).isEqualTo(Rational.of(3));
    }

    @Test
    void only_what_was_agreed_is_called_off() {
        refused(callOff("SO-1", line("C", "1", "30")), "contract.item");
        refused(callOff("SO-1", line("A", "1", "29.99")), "contract.price");
        Offer.Builder other = Offer.builder();
        other.from(SalesRoom.offer(line("A", "1", "30"))).party("C-18");
        OrderDraft draft =
                OrderDraft.of("SO-1", other.build(), SalesRoom.PRICING).on(CALL_OFF);
        refused(room.orders().place(room.key(), draft, DAY, ME), "contract.other-party");
        OrderDraft mine = OrderDraft.of("SO-1", SalesRoom.offer(line("A", "1", "30")), SalesRoom.PRICING)
                .on(CALL_OFF);
        refused(room.orders().place(room.key(), mine, DAY.plusYears(1), ME), "contract.not-valid");
        OrderTerms unknown = OrderTerms.builder().contract(DocumentId.of("X")).build();
        refused(room.place("SO-1", unknown, line("A", "1", "30")), "contract.unknown");
        contracts.end(room.key(), ID, DAY.plusDays(3), ME).orElseThrow();
        assertThat(callOff("SO-1", line("A", "1", "30")).isAccepted()).isTrue();
        refused(
                room.orders()
                        .place(
                                room.key(),
                                OrderDraft.of("SO-2", mine.offer(), SalesRoom.PRICING)
                                        .on(CALL_OFF),
                                DAY.plusDays(3),
                                ME),
                "contract.not-valid");
        refused(contracts.agree(room.key(), ID, contracts.find(ID).orElseThrow().terms(), DAY, ME), "contract.exists");
        refused(contracts.end(room.key(), DocumentId.of("X"), DAY, ME), "contract.unknown");
    }
}
