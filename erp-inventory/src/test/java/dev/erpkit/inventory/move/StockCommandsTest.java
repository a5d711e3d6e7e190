package dev.erpkit.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.reservation.Claim;
import dev.erpkit.inventory.reservation.ClaimedStock;
import dev.erpkit.inventory.reservation.PickSource;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.reservation.ReservationRecord;
import dev.erpkit.inventory.reservation.ReservationService;
import dev.erpkit.inventory.reservation.StockSources;
import dev.erpkit.inventory.reservation.memory.MemoryReservationLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.junit.jupiter.api.Test;

/** The everyday commands, and claims that bind them. */
class StockCommandsTest {
    private static final CurrencyUnit EURO = Amounts.currency("EUR");
    private static final Actor CLERK = Actor.of("clerk");
    private static final Place SHELF = Place.of(Location.of("shelf", "main"), "bolt");
    private static final Location OTHER = Location.of("other", "main");
    private static final InstantSource NOW = InstantSource.fixed(Instant.parse("2026-03-20T00:00:00Z"));

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryMoveLog moves = new MemoryMoveLog(unitOfWork);
    private final MemoryReservationLog claims = new MemoryReservationLog(unitOfWork);
    private int keys;
    private final StockService stock = new StockService(
            moves,
            new MemoryPostedLog(unitOfWork),
            (event, actor) -> Outcome.accepted(Lists.immutable.empty()),
            unitOfWork,
            (actor, permission) -> actor.equals(CLERK),
            NOW,
            new StockSetup(
                    id -> Optional.of(StockItem.of(id)),
                    ValuationPolicy.of(ValuationMethod.FIFO),
                    EURO,
                    () -> LocalDate.MIN,
                    ZoneOffset.UTC),
            new ClaimedStock(claims, NOW));
    private final ReservationService reservations =
            new ReservationService(claims, this::sources, unitOfWork, (actor, permission) -> actor.equals(CLERK), NOW);

    private ImmutableList<PickSource> sources(String item) {
        return StockSources.of(
                StockLevels.of(stock.facts()), item, LocalDateTime.ofInstant(NOW.instant(), ZoneOffset.UTC));
    }

    private IdempotencyKey key() {
        return IdempotencyKey.of("k" + keys++);
    }

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 3, day, 12, 0);
    }

    private static Rational pieces(long number) {
        return Rational.of(number);
    }

    private long receive(long quantity, String price, int day) {
        Cost each = Cost.each(new BigDecimal(price), EURO);
        return stock.receive(key(), SHELF, pieces(quantity), each, day(day), CLERK)
                .orElseThrow()
                .first();
    }

    private long issue(long quantity, int day) {
        return stock.issue(key(), SHELF, pieces(quantity), day(day), CLERK)
                .orElseThrow()
                .first();
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
    }

    private long worth() {
        return stock.value(Long.MAX_VALUE).value();
    }

    private Rational at(Place place) {
        return stock.levels(day(31), Long.MAX_VALUE).at(place);
    }

    @Test
    void goods_come_go_move_and_are_lost() {
        receive(10, "2", 1);
        long sale = issue(3, 2);
        stock.transfer(key(), SHELF, OTHER, pieces(2), day(3), CLERK).orElseThrow();
        long scrap = stock.scrap(key(), SHELF, pieces(1), day(4), CLERK)
                .orElseThrow()
                .first();
        assertThat(at(SHELF)).isEqualTo(pieces(4));
        assertThat(at(SHELF.at(OTHER))).isEqualTo(pieces(2));
        assertThat(worth()).isEqualTo(12_00);
        StockEvents events = StockEvents.of(stock.facts());
        assertThat(events.against().apply(scrap)).contains(StockRole.ADJUSTMENT);
        assertThat(events.against().apply(sale)).isEmpty();
    }

    @Test
    void goods_come_back_at_what_they_cost_and_to_whom_they_came_from() {
        long first = receive(10, "2", 1);
        long second = receive(10, "5", 2);
        long sale = issue(12, 3);
        stock.returnFromCustomer(key(), sale, OTHER, pieces(12), day(4), CLERK).orElseThrow();
        assertThat(worth()).isEqualTo(70_00);
        assertThat(at(SHELF.at(OTHER))).isEqualTo(pieces(12));
        assertThat(code(stock.returnFromCustomer(key(), sale, OTHER, pieces(1), day(4), CLERK)))
                .isEqualTo("stock.over-return");
        stock.returnToVendor(key(), second, SHELF.location(), pieces(8), day(5), CLERK)
                .orElseThrow();
        assertThat(at(SHELF.at(Location.VENDORS))).isEqualTo(pieces(-12));
        assertThat(worth()).isEqualTo(30_00);
        assertThat(code(stock.returnFromCustomer(key(), first, OTHER, pieces(1), day(5), CLERK)))
                .isEqualTo("stock.unknown-event");
        assertThat(code(stock.returnToVendor(key(), 99, OTHER, pieces(1), day(5), CLERK)))
                .isEqualTo("stock.unknown-event");
        assertThat(code(stock.returnToVendor(key(), 99, OTHER, pieces(1), day(5), Actor.of("stranger"))))
                .isEqualTo("access.denied");
    }

    @Test
    void corrections_restate_what_follows() {
        long receipt = receive(10, "2", 1);
        long sale = issue(4, 2);
        stock.correctPrice(key(), receipt, Cost.each(new BigDecimal("3"), EURO), day(3), CLERK)
                .orElseThrow();
        assertThat(stock.value(Long.MAX_VALUE).costs().get(sale)).isEqualTo(12_00);
        stock.correctQuantity(key(), receipt, pieces(8), day(4), CLERK).orElseThrow();
        assertThat(at(SHELF)).isEqualTo(pieces(4));
        ImmutableList<Long> receipts = Lists.immutable.of(receipt);
        stock.allocateLandedCost(key(), receipts, Amounts.of("8", "EUR"), LandedCostBasis.QUANTITY, day(5), CLERK)
                .orElseThrow();
        assertThat(stock.value(Long.MAX_VALUE).costs().get(sale)).isEqualTo(16_00);
        assertThat(code(stock.allocateLandedCost(
                        key(), receipts, Amounts.of("8", "USD"), LandedCostBasis.QUANTITY, day(5), CLERK)))
                .isEqualTo("stock.other-currency");
        stock.cancel(key(), sale, day(6), CLERK).orElseThrow();
        assertThat(at(SHELF)).isEqualTo(pieces(8));
        assertThat(worth()).isEqualTo(32_00);
    }

    @Test
    void the_same_key_is_the_same_command() {
        long receipt = receive(10, "2", 1);
        IdempotencyKey key = key();
        StockRecord back = stock.returnToVendor(key, receipt, SHELF.location(), pieces(2), day(2), CLERK)
                .orElseThrow();
        assertThat(stock.returnToVendor(key, receipt, SHELF.location(), pieces(2), day(2), CLERK))
                .isEqualTo(Outcome.replayed(back));
        assertThat(code(stock.scrap(key, SHELF, pieces(2), day(2), CLERK))).isEqualTo("stock.key-reused");
    }

    private ReservationRecord reserve(String demand, long quantity) {
        return reservations
                .reserve(
                        key(),
                        Claim.of(demand, "bolt", pieces(quantity), PickingStrategy.FIFO),
                        LocalDate.of(2026, 3, 20),
                        CLERK)
                .orElseThrow();
    }

    @Test
    void nothing_takes_what_is_reserved_however_it_is_recorded() {
        long receipt = receive(10, "2", 1);
        reserve("order-1", 7);
        long before = moves.lastNumber();
        assertThat(code(stock.issue(key(), SHELF, pieces(4), day(2), CLERK))).isEqualTo("stock.reserved");
        assertThat(code(stock.transfer(key(), SHELF, OTHER, pieces(4), day(2), CLERK)))
                .isEqualTo("stock.reserved");
        assertThat(code(stock.scrap(key(), SHELF, pieces(4), day(2), CLERK))).isEqualTo("stock.reserved");
        assertThat(code(stock.issue(key(), SHELF, pieces(4), day(25), CLERK)))
                .as("still to come")
                .isEqualTo("stock.reserved");
        assertThat(code(stock.cancel(key(), receipt, day(2), CLERK))).isEqualTo("stock.reserved");
        assertThat(code(stock.correctQuantity(key(), receipt, pieces(6), day(2), CLERK)))
                .isEqualTo("stock.reserved");
        assertThat(code(stock.record(
                        key(), Lists.immutable.of(new Counted(0, day(3), SHELF, pieces(6), Optional.empty())), CLERK)))
                .isEqualTo("stock.reserved");
        assertThat(moves.lastNumber()).isEqualTo(before);
        assertThat(stock.issue(key(), SHELF, pieces(4), day(2), CLERK)
                        .refusal()
                        .orElseThrow()
                        .message())
                .isEqualTo("Of bolt at shelf 7 are reserved and only 6 would be left;"
                        + " have claims released first or take less");
        issue(3, 2);
    }

    @Test
    void a_claim_is_used_up_by_its_own_issue_and_by_no_other() {
        receive(10, "2", 1);
        reserve("order-1", 7);
        reserve("order-2", 3);
        assertThat(code(take(Optional.of("order-2"), 4))).isEqualTo("reservation.reserved");
        assertThat(code(take(Optional.of("order-1"), 5))).isEqualTo("accepted");
        assertThat(at(SHELF)).isEqualTo(pieces(5));
        assertThat(code(stock.issue(key(), SHELF, pieces(1), day(20), CLERK))).isEqualTo("stock.reserved");
        reservations.release(key(), "order-1", SHELF, pieces(2), CLERK).orElseThrow();
        issue(2, 20);
        assertThat(code(take(Optional.of("order-2"), 3))).isEqualTo("accepted");
        assertThat(at(SHELF)).isEqualTo(Rational.ZERO);
    }

    private Outcome<ReservationRecord> take(Optional<String> demand, long quantity) {
        return reservations.issue(
                key(),
                demand,
                SHELF,
                pieces(quantity),
                () -> stock.issue(key(), SHELF, pieces(quantity), day(20), CLERK),
                CLERK);
    }

    @Test
    void goods_that_a_later_fact_takes_are_not_promised() {
        receive(10, "2", 1);
        issue(8, 25);
        assertThat(sources("bolt").collect(PickSource::quantity)).containsExactly(pieces(2));
        receive(5, "2", 26);
        assertThat(sources("bolt").collect(PickSource::quantity)).containsExactly(pieces(2));
        receive(5, "2", 2);
        assertThat(sources("bolt").collect(PickSource::quantity)).containsExactly(pieces(7));
        assertThat(sources("bolt").getFirst().arrived()).isEqualTo(day(1));
    }
}
