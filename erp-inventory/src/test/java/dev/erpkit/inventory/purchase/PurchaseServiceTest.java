package dev.erpkit.inventory.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.purchase.PurchaseFact.BillLine;
import dev.erpkit.inventory.purchase.PurchaseFact.Billed;
import dev.erpkit.inventory.purchase.PurchaseFact.Closed;
import dev.erpkit.inventory.purchase.PurchaseFact.Received;
import dev.erpkit.inventory.purchase.PurchaseFact.Requested;
import dev.erpkit.inventory.purchase.PurchaseFact.Returned;
import dev.erpkit.inventory.purchase.memory.MemoryPurchaseLog;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

class PurchaseServiceTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Actor BUYER = Actor.of("buyer");
    private static final Actor CHIEF = Actor.of("chief");
    private static final CurrencyUnit EURO = Amounts.currency("EUR");
    private static final InstantSource CLOCK = () -> Instant.EPOCH;

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryPurchaseLog log = new MemoryPurchaseLog(unitOfWork);
    private final MutableList<AccountingEvent> told = Lists.mutable.empty();
    private final AccountingEvents events = (event, actor) -> {
        told.add(event);
        return Outcome.accepted(Lists.immutable.empty());
    };
    private int keys;

    private PurchaseService service(MatchPolicy policy) {
        return new PurchaseService(log, events, EURO, order -> 1, policy, unitOfWork, AccessPolicy.allowAll(), CLOCK);
    }

    private final PurchaseService exact = service(MatchPolicy.exact());

    private IdempotencyKey key() {
        return IdempotencyKey.of("k" + keys++);
    }

    private static PurchaseOrder order(String currency, long quantity, long price) {
        PurchaseOrder.Builder order = PurchaseOrder.builder();
        order.id("PO-1")
                .vendor(PartyId.of("V"))
                .currency(Amounts.currency(currency))
                .day(DAY);
        order.add(new OrderLine(1, "bolt", Rational.of(quantity), Rational.of(price)));
        return order.build();
    }

    private void ordered(String currency, long quantity, long price) {
        exact.order(key(), order(currency, quantity, price), BUYER).orElseThrow();
        exact.approve(key(), "PO-1", DAY, CHIEF).orElseThrow();
    }

    private Outcome<PurchaseRecord> receive(PurchaseService service, String id, String quantity, String rate, int day) {
        Received fact = new Received(id, "PO-1", 1, Rational.parse(quantity), Rational.parse(rate), DAY.plusDays(day));
        return service.receive(key(), fact, () -> Outcome.accepted(fact), BUYER);
    }

    private Outcome<PurchaseRecord> giveBack(String id, String receipt, long quantity) {
        Returned fact = new Returned(id, "PO-1", receipt, Rational.of(quantity), DAY);
        return exact.giveBack(key(), fact, () -> Outcome.accepted(fact), BUYER);
    }

    private Outcome<PurchaseRecord> bill(
            PurchaseService service, String id, String quantity, String price, String rate) {
        BillLine line = new BillLine(1, Rational.parse(quantity), Rational.parse(price));
        return service.bill(key(), new Billed(id, "PO-1", DAY, Rational.parse(rate), Lists.immutable.of(line)), BUYER);
    }

    private LineState line() {
        return exact.state().order("PO-1").orElseThrow().line(1).orElseThrow();
    }

    private Map<String, Long> lastTold() {
        Map<String, Long> amounts = new TreeMap<>();
        told.getLast().amounts().forEach(amount -> amounts.put(amount.role(), Amounts.minor(amount.amount())));
        return amounts;
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(r -> r.code().value()).orElse("accepted");
    }

    @Test
    void the_snippet_of_the_package() {
        CurrencyUnit euro = EURO;
        InstantSource clock = CLOCK;
        PurchaseOrder order = order("EUR", 10, 100);
        Actor buyer = BUYER;
        Actor chief = CHIEF;
        Actor clerk = Actor.of("clerk");
        LocalDate today = DAY;
        PurchaseService purchases = new PurchaseService(
                log, events, euro, anyOrder -> 1, MatchPolicy.exact(), unitOfWork, AccessPolicy.allowAll(), clock);
        purchases.order(IdempotencyKey.of("order-1"), order, buyer).orElseThrow();
        purchases.approve(IdempotencyKey.of("approval-1"), "PO-1", today, chief).orElseThrow();
        Received delivery = new Received("R-1", "PO-1", 1, Rational.of(10), Rational.ONE, today);
        purchases
                .receive(IdempotencyKey.of("receipt-1"), delivery, () -> Outcome.accepted(delivery), clerk)
                .orElseThrow();
        long notBilled = purchases
                .state()
                .order("PO-1")
                .orElseThrow()
                .line(1)
                .orElseThrow()
                .notBilledMinor();
        assertThat(notBilled).isEqualTo(1000);
    }

    @Test
    void nobody_approves_what_they_ordered_nor_twice() {
        PurchaseService two = new PurchaseService(
                log, events, EURO, o -> 2, MatchPolicy.exact(), unitOfWork, AccessPolicy.allowAll(), CLOCK);
        two.order(key(), order("EUR", 10, 100), BUYER).orElseThrow();
        assertThat(code(two.approve(key(), "PO-1", DAY, BUYER))).isEqualTo("purchase.own-approval");
        two.approve(key(), "PO-1", DAY, CHIEF).orElseThrow();
        assertThat(code(two.approve(key(), "PO-1", DAY, CHIEF))).isEqualTo("purchase.approved-twice");
        assertThat(code(receive(two, "R", "1", "1", 0))).isEqualTo("purchase.not-approved");
        assertThat(two.status("PO-1")).contains(OrderStatus.AWAITS_APPROVAL);
        two.approve(key(), "PO-1", DAY, Actor.of("other")).orElseThrow();
        assertThat(two.status("PO-1")).contains(OrderStatus.AWAITS_GOODS);
        two.reject(key(), "PO-1", DAY, Actor.of("third")).orElseThrow();
        assertThat(code(receive(two, "R", "1", "1", 0))).isEqualTo("purchase.rejected");
        assertThat(two.status("PO-1")).contains(OrderStatus.REJECTED);
    }

    @Test
    void statuses_follow_from_quantities_and_nothing_is_left_when_all_is_matched() {
        ordered("EUR", 3, 333);
        receive(exact, "R1", "1/3", "1", 0).orElseThrow();
        assertThat(exact.status("PO-1")).contains(OrderStatus.PARTLY_RECEIVED);
        receive(exact, "R2", "8/3", "1", 1).orElseThrow();
        assertThat(exact.status("PO-1")).contains(OrderStatus.AWAITS_BILL);
        assertThat(line().notBilledMinor()).isEqualTo(111 + 888);
        bill(exact, "B1", "1/2", "333", "1").orElseThrow();
        assertThat(line().billing()).isEqualTo(LineStatus.PARTLY);
        assertThat(line().receipts().collect(ReceiptState::billedShare))
                .as("the older receipt first")
                .containsExactly(Rational.ONE, Rational.of(1, 16));
        bill(exact, "B2", "5/2", "333", "1").orElseThrow();
        assertThat(line().notBilledMinor()).isZero();
        assertThat(exact.status("PO-1")).contains(OrderStatus.DONE);
        assertThat(told.sumOfLong(
                        event -> Amounts.minor(event.amounts().getFirst().amount())))
                .as("halves round up twice")
                .isEqualTo(167 + 833);
    }

    @Test
    void goods_that_go_back_are_claimed_until_they_are_credited() {
        ordered("EUR", 10, 1000);
        receive(exact, "R1", "10", "1", 0).orElseThrow();
        bill(exact, "B1", "10", "1000", "1").orElseThrow();
        giveBack("X", "R1", 2).orElseThrow();
        assertThat(line().notBilledMinor()).isEqualTo(-2000);
        assertThat(line().billing()).isEqualTo(LineStatus.OVER);
        assertThat(line().open()).isEqualTo(Rational.of(2));
        bill(exact, "C1", "-2", "1000", "1").orElseThrow();
        assertThat(lastTold()).isEqualTo(Map.of("payable", -2000L, "goods-received", -2000L));
        assertThat(line().notBilledMinor()).isZero();
        assertThat(code(giveBack("Y", "R1", 9))).isEqualTo("purchase.over-return");
        assertThat(code(bill(exact, "C2", "-9", "1000", "1"))).isEqualTo("purchase.quantity-mismatch");
    }

    @Test
    void quantity_and_price_have_tolerances_of_their_own_both_ways() {
        ordered("EUR", 100, 1000);
        PurchaseService lax =
                service(MatchPolicy.exact().quantities("0.1", "0.05").prices("0.02", PriceDifference.VARIANCE));
        assertThat(code(receive(exact, "R", "101", "1", 0))).isEqualTo("purchase.over-receipt");
        assertThat(code(receive(lax, "R", "111", "1", 0))).isEqualTo("purchase.over-receipt");
        receive(lax, "R", "110", "1", 0).orElseThrow();
        assertThat(line().receipt()).isEqualTo(LineStatus.OVER);
        assertThat(line().open()).isEqualTo(Rational.of(-10));
        assertThat(code(bill(exact, "B", "110", "1001", "1"))).isEqualTo("purchase.price-mismatch");
        assertThat(code(bill(lax, "B", "110", "1021", "1"))).isEqualTo("purchase.price-mismatch");
        assertThat(code(bill(lax, "B", "110", "979", "1"))).isEqualTo("purchase.price-mismatch");
        assertThat(code(bill(lax, "B", "116", "1000", "1"))).isEqualTo("purchase.quantity-mismatch");
        bill(lax, "B", "110", "1020", "1").orElseThrow();
        assertThat(lastTold())
                .isEqualTo(
                        Map.of("payable", 112_200L, "goods-received", 110_000L, "purchase-price-difference", 2_200L));
    }

    /** 1000 dollars received at 4.3351 and billed at 4.3480: 12.90 is exchange and no price difference. */
    @Test
    void exchange_differences_are_apart_from_price_differences() {
        ordered("USD", 1, 100_000);
        receive(exact, "R", "1", "4.3351", 0).orElseThrow();
        assertThat(line().notBilledMinor()).isEqualTo(433_510);
        bill(exact, "B", "1", "100000", "4.3480").orElseThrow();
        assertThat(lastTold())
                .isEqualTo(Map.of("payable", 434_800L, "goods-received", 433_510L, "exchange-difference", 1_290L));
        assertThat(line().notBilledMinor()).isZero();
    }

    @Test
    void both_differences_together_leave_no_remainder() {
        ordered("USD", 3, 3333);
        receive(exact, "R", "3", "1.1", 0).orElseThrow();
        PurchaseService lax = service(MatchPolicy.exact().prices("1", PriceDifference.VARIANCE));
        bill(lax, "B", "3", "4000", "1.2").orElseThrow();
        assertThat(lastTold())
                .isEqualTo(Map.of(
                        "payable",
                        14_400L,
                        "goods-received",
                        10_999L,
                        "purchase-price-difference",
                        2_201L,
                        "exchange-difference",
                        1_200L));
    }

    @Test
    void currencies_of_other_decimals_come_to_minor_units_of_the_books() {
        ordered("JPY", 2, 1000);
        receive(exact, "R", "2", "0.006", 0).orElseThrow();
        assertThat(line().notBilledMinor()).as("2000 yen are 12.00 euro").isEqualTo(1200);
    }

    @Test
    void what_does_not_fit_is_refused_and_leaves_nothing() {
        assertThat(code(receive(exact, "R", "1", "1", 0))).isEqualTo("purchase.unknown");
        ordered("EUR", 10, 1000);
        long before = log.lastSequence();
        assertThat(code(bill(exact, "B", "1", "1000", "1"))).isEqualTo("purchase.quantity-mismatch");
        assertThat(code(receive(exact, "R", "0", "1", 0))).isEqualTo("purchase.quantity");
        assertThat(code(receive(exact, "R", "1", "0", 0))).isEqualTo("purchase.quantity");
        assertThat(code(giveBack("X", "R", 1))).isEqualTo("purchase.unknown");
        assertThat(code(exact.order(key(), order("EUR", 1, 1), BUYER))).isEqualTo("purchase.document-taken");
        Received fact = new Received("R", "PO-1", 1, Rational.ONE, Rational.ONE, DAY);
        Refusal why = Refusal.of(RefusalCode.of("stock.insufficient"), "no");
        assertThat(code(exact.receive(key(), fact, () -> Outcome.refused(why), BUYER)))
                .isEqualTo("stock.insufficient");
        assertThat(log.lastSequence()).isEqualTo(before);
        assertThat(told).isEmpty();
        exact.close(key(), new Closed("PO-1", 1, DAY), BUYER).orElseThrow();
        assertThat(code(receive(exact, "R", "1", "1", 0))).isEqualTo("purchase.line-closed");
        assertThat(exact.status("PO-1")).contains(OrderStatus.DONE);
    }

    @Test
    void amounts_beyond_what_minor_units_count_are_refused_before_anything_changes() {
        ordered("EUR", Long.MAX_VALUE, 1_000_000);
        assertThat(code(receive(exact, "R", "1000000000000000", "1", 0))).isEqualTo("purchase.too-large");
        receive(exact, "R", "50000000000", "1", 0).orElseThrow();
        receive(exact, "R1", "50000000000", "1", 0).orElseThrow();
        assertThat(code(receive(exact, "R2", "1100000000000", "1", 0))).isEqualTo("purchase.too-large");
        long before = log.lastSequence();
        PurchaseService any = service(MatchPolicy.exact()
                .quantities("0", "1000000000000000000")
                .prices("1000000000", PriceDifference.VARIANCE));
        assertThat(code(bill(any, "B", "1000000000000000000000", "0", "1"))).isEqualTo("purchase.too-large");
        assertThat(code(bill(any, "B", "1", "100000000000000", "100000"))).isEqualTo("purchase.too-large");
        assertThat(log.lastSequence()).isEqualTo(before);
        assertThat(told).isEmpty();
        bill(exact, "B", "100000000000", "1000000", "1/10000000").orElseThrow();
        assertThat(exact.state().notBilledMinor()).isZero();
    }

    @Test
    void the_same_key_takes_effect_once() {
        ordered("EUR", 10, 1000);
        Received fact = new Received("R", "PO-1", 1, Rational.ONE, Rational.ONE, DAY);
        IdempotencyKey once = key();
        PurchaseRecord first =
                exact.receive(once, fact, () -> Outcome.accepted(fact), BUYER).orElseThrow();
        assertThat(exact.receive(once, fact, () -> Outcome.accepted(fact), BUYER))
                .isEqualTo(Outcome.replayed(first));
        Received other = new Received("R2", "PO-1", 1, Rational.ONE, Rational.ONE, DAY);
        assertThat(code(exact.receive(once, other, () -> Outcome.accepted(other), BUYER)))
                .isEqualTo("purchase.key-reused");
        assertThat(line().received()).isEqualTo(Rational.ONE);
    }

    @Test
    void requests_are_open_until_an_order_answers_them() {
        OrderLine wanted = new OrderLine(1, "bolt", Rational.ONE, Rational.of(5));
        exact.request(key(), new Requested("RQ", DAY, Lists.immutable.of(wanted)), BUYER)
                .orElseThrow();
        assertThat(exact.state().openRequests()).hasSize(1);
        PurchaseOrder.Builder order = PurchaseOrder.builder();
        order.from(order("EUR", 1, 5));
        exact.order(key(), order.request("RQ").build(), BUYER).orElseThrow();
        assertThat(exact.state().openRequests()).isEmpty();
    }

    @Test
    void who_may_not_is_refused() {
        PurchaseService closed = new PurchaseService(
                log, events, EURO, o -> 0, MatchPolicy.exact(), unitOfWork, (actor, permission) -> false, CLOCK);
        assertThat(code(closed.order(key(), order("EUR", 1, 1), BUYER))).isEqualTo("access.denied");
    }
}
