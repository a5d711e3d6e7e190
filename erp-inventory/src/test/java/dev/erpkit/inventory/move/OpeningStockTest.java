package dev.erpkit.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.core.value.InvalidValueException;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.RoleChange;
import dev.erpkit.inventory.posting.StockPostings;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.LandedCostRule;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What was in stock before anything was recorded. */
class OpeningStockTest {
    private static final Actor CLERK = Actor.of("clerk");
    private static final Place BOLTS = Place.of(Location.of("shelf", "main"), "bolt");
    private static final Place PILLS = Place.of(Location.of("shelf", "main"), "pill");
    private static final Map<String, Tracking> ITEMS =
            Map.of("bolt", Tracking.NONE, "pill", Tracking.LOT, "pump", Tracking.SERIAL);

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryMoveLog moves = new MemoryMoveLog(unitOfWork);
    private final MutableList<AccountingEvent> told = Lists.mutable.empty();
    private final StockService stock = service(ValuationPolicy.of(ValuationMethod.FIFO));
    private int keys;

    private StockService service(ValuationPolicy policy) {
        return new StockService(
                moves,
                new MemoryPostedLog(unitOfWork),
                (event, actor) -> {
                    told.add(event);
                    return Outcome.accepted(Lists.immutable.empty());
                },
                unitOfWork,
                AccessPolicy.allowAll(),
                InstantSource.fixed(Instant.parse("2026-12-31T00:00:00Z")),
                new StockSetup(
                        id -> Optional.ofNullable(ITEMS.get(id)).map(StockItem.of(id)::tracked),
                        policy,
                        Amounts.currency("JPY"),
                        () -> LocalDate.of(2026, 1, 1),
                        ZoneOffset.UTC));
    }

    private IdempotencyKey key() {
        return IdempotencyKey.of("k" + keys++);
    }

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 1, day, 9, 0);
    }

    private Outcome<StockRecord> open(Place place, long quantity, long worth, int day) {
        return stock.openStock(
                key(), place, Rational.of(quantity), new Cost.Total(worth), Optional.empty(), day(day), CLERK);
    }

    private Outcome<StockRecord> receive(Place place, long quantity, long worth, int day) {
        return stock.receive(key(), place, Rational.of(quantity), new Cost.Total(worth), day(day), CLERK);
    }

    private static String code(Outcome<?> outcome) {
        return outcome.refusal().map(refusal -> refusal.code().value()).orElse("accepted");
    }

    private String amounts(int event) {
        return told.get(event)
                .amounts()
                .collect(amount -> amount.role() + " " + Amounts.minor(amount.amount()))
                .makeString(", ");
    }

    @Test
    void opening_stock_has_its_own_role_and_goes_first() {
        LocalDate good = LocalDate.of(2026, 3, 31);
        open(BOLTS, 10, 1_000, 1).orElseThrow();
        open(BOLTS, 5, 600, 1).orElseThrow();
        Place lot = PILLS.ofLot("old");
        stock.openStock(key(), lot, Rational.of(3), new Cost.Total(90), Optional.of(good), day(1), CLERK)
                .orElseThrow();
        stock.issue(key(), BOLTS, Rational.of(12), day(2), CLERK).orElseThrow();
        stock.tell(CLERK).orElseThrow();
        assertThat(amounts(0)).isEqualTo("stock 1690, stock-opening 1690");
        assertThat(amounts(1)).isEqualTo("stock -1240, cost-of-goods 1240");
        StockLevels levels = stock.levels(day(31), Long.MAX_VALUE);
        assertThat(levels.expiry("pill", "old")).contains(good);
        assertThat(levels.at(BOLTS.at(Location.OPENING))).isEqualTo(Rational.of(-15));
        ValuationLedger ledger = stock.value(Long.MAX_VALUE);
        assertThat(ledger.value()).isEqualTo(450);
        assertThat(LotTrace.of(stock.facts()).backward("pill", "old")).hasSize(1);
    }

    @Test
    void a_correction_of_it_stays_in_its_role() {
        long opened = open(BOLTS, 10, 1_000, 1).orElseThrow().first();
        stock.tell(CLERK).orElseThrow();
        stock.correctPrice(key(), opened, new Cost.Total(900), day(9), CLERK).orElseThrow();
        stock.tell(CLERK).orElseThrow();
        assertThat(amounts(1)).isEqualTo("stock -100, stock-opening -100");
        stock.cancel(key(), opened, day(10), CLERK).orElseThrow();
        stock.tell(CLERK).orElseThrow();
        assertThat(amounts(2)).isEqualTo("stock -900, stock-opening -900");
    }

    @Test
    void a_correction_that_takes_effect_when_it_is_recorded_stays_in_its_role() {
        long opened = open(BOLTS, 10, 1_000, 1).orElseThrow().first();
        StockService recorded =
                service(ValuationPolicy.of(ValuationMethod.FIFO).asRecorded(LandedCostRule.COVERAGE_AT_EVENT));
        recorded.tell(CLERK).orElseThrow();
        recorded.correctPrice(key(), opened, new Cost.Total(900), day(9), CLERK).orElseThrow();
        recorded.tell(CLERK).orElseThrow();
        assertThat(amounts(1)).isEqualTo("stock -100, stock-opening -100");
    }

    @Test
    void it_is_refused_after_other_moves_and_these_before_it() {
        receive(BOLTS, 1, 10, 5).orElseThrow();
        assertThat(code(open(BOLTS, 10, 1_000, 6))).isEqualTo("stock.opening-late");
        assertThat(code(open(BOLTS, 10, 1_000, 5))).isEqualTo("stock.opening-late");
        open(BOLTS, 10, 1_000, 4).orElseThrow();
        assertThat(code(receive(BOLTS, 1, 10, 3))).isEqualTo("stock.opening-late");
        Place elsewhere = BOLTS.at(Location.of("rack", "main"));
        open(elsewhere, 10, 1_000, 20).orElseThrow();
        assertThat(moves.lastNumber()).isEqualTo(3);
    }

    @Test
    void a_service_that_knows_what_came_before_decides_the_same() {
        receive(PILLS.ofLot("x"), 1, 10, 1).orElseThrow();
        open(BOLTS, 10, 1_000, 2).orElseThrow();
        stock.issue(key(), BOLTS, Rational.ONE, day(3), CLERK).orElseThrow();
        assertThat(code(open(BOLTS, 1, 100, 4))).isEqualTo("stock.opening-late");
    }

    @Test
    void it_needs_a_value_lots_and_an_open_day() {
        Move free = Move.of("bolt", Rational.ONE, Location.OPENING, BOLTS.location(), day(1));
        assertThat(code(stock.record(key(), Lists.immutable.of(free), CLERK))).isEqualTo("stock.opening-cost");
        Move theirs = Move.builder().from(free).owner("them").build();
        stock.record(key(), Lists.immutable.of(theirs), CLERK).orElseThrow();
        assertThat(code(open(PILLS, 1, 10, 1))).isEqualTo("stock.lot-needed");
        assertThat(code(open(Place.of(BOLTS.location(), "pump").ofLot("7"), 2, 10, 1)))
                .isEqualTo("stock.serial-quantity");
        assertThat(code(stock.openStock(
                        key(), BOLTS, Rational.ONE, Cost.nothing(), Optional.empty(), day(1).minusDays(1), CLERK)))
                .isEqualTo("stock.period-closed");
        assertThat(told).isEmpty();
    }

    @Test
    void nothing_goes_there_and_it_opens_places_of_ours_alone() {
        assertThatThrownBy(() -> Move.of("bolt", Rational.ONE, BOLTS.location(), Location.OPENING, day(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("stock.move-places");
        assertThatThrownBy(() -> Move.of("bolt", Rational.ONE, Location.OPENING, Location.CUSTOMERS, day(1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("stock.move-places");
    }

    @Test
    void a_preview_and_periodic_books_tell_it_apart_from_purchases() {
        Move opening = Move.of("bolt", Rational.of(10), Location.OPENING, BOLTS.location(), day(1))
                .costing(new Cost.Total(1_000));
        assertThat(stock.preview(Lists.immutable.of(opening)).orElseThrow().roles())
                .contains(new RoleChange(LocalDate.of(2026, 1, 1), StockRole.OPENING, -1_000));
        open(BOLTS, 10, 1_000, 1).orElseThrow();
        receive(BOLTS, 10, 1_500, 2).orElseThrow();
        stock.issue(key(), BOLTS, Rational.of(15), day(3), CLERK).orElseThrow();
        StockEvents events = StockEvents.of(stock.facts());
        ImmutableList<String> postings = StockPostings.periodic(
                        events.events(),
                        stock.value(Long.MAX_VALUE),
                        events.against(),
                        99,
                        LocalDate.of(2026, 1, 1),
                        LocalDate.of(2026, 1, 31))
                .collect(posting -> posting.role().text() + " " + posting.minor());
        assertThat(postings)
                .containsExactly(
                        "stock-opening -1000",
                        "stock 1000",
                        "goods-received -1500",
                        "purchases 1500",
                        "stock -250",
                        "purchases -1500",
                        "cost-of-goods 1750");
    }
}
