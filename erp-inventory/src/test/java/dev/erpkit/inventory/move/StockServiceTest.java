package dev.erpkit.inventory.move;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.AccountingEvent;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.RoleChange;
import dev.erpkit.inventory.posting.StockPreview;
import dev.erpkit.inventory.posting.StockRole;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.Goods;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.NegativeStock;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.junit.jupiter.api.Test;

class StockServiceTest {
    private static final CurrencyUnit EURO = Amounts.currency("EUR");
    private static final Actor CLERK = Actor.of("clerk");
    private static final Location VENDORS = Location.outside("vendors", LocationKind.SUPPLIER);
    private static final Location CUSTOMERS = Location.outside("customers", LocationKind.CUSTOMER);
    private static final Location BIN = Location.outside("bin", LocationKind.LOSS);
    private static final Location SHELF = Location.of("shelf", "main");
    private static final Location OTHER = Location.of("other", "main");
    private static final Location WORKSHOP = Location.outside("workshop", LocationKind.PRODUCTION);
    private static final Map<String, Tracking> ITEMS =
            Map.of("bolt", Tracking.NONE, "pill", Tracking.LOT, "pump", Tracking.SERIAL);

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MemoryMoveLog moves = new MemoryMoveLog(unitOfWork);
    private final List<AccountingEvent> told = new ArrayList<>();
    private final Map<String, String> categories = new HashMap<>();
    private LocalDate openFrom = LocalDate.MIN;
    private boolean booksRefuse;
    private int keys;
    private final StockService service = service(NegativeStock.FORBID);

    private StockService service(NegativeStock negative) {
        return new StockService(
                moves,
                new MemoryPostedLog(unitOfWork),
                (event, actor) -> {
                    told.add(event);
                    return booksRefuse
                            ? Outcome.refused(Refusal.of(RefusalCode.of("event.no-rule"), "no rule"))
                            : Outcome.accepted(Lists.immutable.empty());
                },
                unitOfWork,
                (actor, permission) -> actor.equals(CLERK),
                InstantSource.fixed(Instant.parse("2026-06-01T00:00:00Z")),
                new StockSetup(
                        id -> Optional.ofNullable(ITEMS.get(id))
                                .map(StockItem.of(id).in(categories.getOrDefault(id, ""))::tracked),
                        ValuationPolicy.of(ValuationMethod.FIFO).negative(negative),
                        EURO,
                        () -> openFrom,
                        ZoneOffset.UTC));
    }

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 3, day, 12, 0);
    }

    private static Move move(String item, String quantity, Location from, Location to, int day) {
        return Move.of(item, Rational.parse(quantity), from, to, day(day));
    }

    private static Move delivery(String item, String quantity, String price, int day) {
        return move(item, quantity, VENDORS, SHELF, day).costing(Cost.each(new BigDecimal(price), EURO));
    }

    private Outcome<StockRecord> record(StockFact... facts) {
        return service.record(IdempotencyKey.of("k" + keys++), Lists.immutable.of(facts), CLERK);
    }

    private String refusal(StockFact... facts) {
        long before = moves.lastNumber();
        String code = record(facts).refusal().map(r -> r.code().value()).orElse("accepted");
        assertThat(moves.lastNumber()).isEqualTo(before);
        assertThat(service.preview(Lists.immutable.of(facts)).refusal()).isPresent();
        return code;
    }

    @Test
    void facts_are_numbered_and_folded() {
        StockRecord delivery = record(delivery("bolt", "10", "2", 1), delivery("bolt", "5", "3", 2))
                .orElseThrow();
        assertThat(delivery.first()).isEqualTo(1);
        assertThat(delivery.last()).isEqualTo(2);
        record(move("bolt", "12", SHELF, CUSTOMERS, 3)).orElseThrow();
        StockLevels now = service.levels(day(3), Long.MAX_VALUE);
        assertThat(now.at(SHELF, "bolt")).isEqualTo(Rational.of(3));
        assertThat(now.at(VENDORS, "bolt")).isEqualTo(Rational.of(-15));
        assertThat(service.levels(day(1), Long.MAX_VALUE).onHand("bolt")).isEqualTo(Rational.of(10));
        assertThat(service.levels(day(3), 2).onHand("bolt")).isEqualTo(Rational.of(15));
        assertThat(service.value(Long.MAX_VALUE).value()).isEqualTo(9_00);
        assertThat(service.value(2).value()).isEqualTo(35_00);
    }

    @Test
    void the_same_key_is_the_same_command() {
        IdempotencyKey key = IdempotencyKey.of("once");
        StockRecord first = service.record(key, Lists.immutable.of(delivery("bolt", "1", "2", 1)), CLERK)
                .orElseThrow();
        record(delivery("bolt", "1", "2", 1));
        Outcome<StockRecord> again = service.record(key, Lists.immutable.of(delivery("bolt", "1", "2", 1)), CLERK);
        assertThat(again).isEqualTo(Outcome.replayed(first));
        assertThat(service.record(key, Lists.immutable.of(delivery("bolt", "2", "2", 1)), CLERK)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("stock.key-reused");
        assertThat(service.record(IdempotencyKey.of("x"), Lists.immutable.empty(), Actor.of("stranger"))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("access.denied");
    }

    @Test
    void bad_input_is_refused_and_changes_nothing() {
        record(delivery("bolt", "1", "2", 1), delivery("pump", "1", "50", 1).ofLot("S1"))
                .orElseThrow();
        assertThat(refusal()).isEqualTo("stock.no-facts");
        assertThat(refusal(move("bolt", "2", SHELF, CUSTOMERS, 2))).isEqualTo("stock.insufficient");
        assertThat(refusal(move("bolt", "1", OTHER, CUSTOMERS, 2))).isEqualTo("stock.insufficient");
        assertThat(refusal(delivery("nut", "1", "1", 2))).isEqualTo("stock.unknown-item");
        assertThat(refusal(delivery("pill", "1", "1", 2))).isEqualTo("stock.lot-needed");
        assertThat(refusal(move("pill", "1", SHELF, CUSTOMERS, 2).ofLot("unheard")))
                .isEqualTo("stock.unknown-lot");
        assertThat(refusal(delivery("pump", "2", "50", 2).ofLot("S2"))).isEqualTo("stock.serial-quantity");
        assertThat(refusal(delivery("pump", "1/2", "50", 2).ofLot("S2"))).isEqualTo("stock.serial-quantity");
        assertThat(refusal(delivery("pump", "1", "50", 2).ofLot("S1"))).isEqualTo("stock.serial-twice");
        assertThat(refusal(new Counted(
                        0,
                        LocalDateTime.of(2026, 6, 2, 0, 0),
                        new Place(SHELF, "bolt", "", ""),
                        Rational.ONE,
                        Optional.empty())))
                .isEqualTo("stock.count-in-future");
        openFrom = LocalDate.of(2026, 3, 10);
        assertThat(refusal(delivery("bolt", "1", "2", 9))).isEqualTo("stock.period-closed");
        record(new Noted(new StockEvent.Cancel(0, day(11), 1))).orElseThrow();
        assertThat(refusal(new Noted(
                        new StockEvent.LandedCost(0, day(11), Lists.immutable.of(1L), 1_00, LandedCostBasis.QUANTITY))))
                .isEqualTo("stock.origin-cancelled");
    }

    @Test
    void a_count_survives_what_is_recorded_late() {
        record(delivery("bolt", "10", "2", 1)).orElseThrow();
        record(new Counted(0, day(5), new Place(SHELF, "bolt", "", ""), Rational.of(8), Optional.empty()))
                .orElseThrow();
        record(move("bolt", "1", SHELF, CUSTOMERS, 3)).orElseThrow();
        assertThat(service.levels(day(6), Long.MAX_VALUE).at(SHELF, "bolt")).isEqualTo(Rational.of(8));
        assertThat(service.value(Long.MAX_VALUE).costs().get(2L)).isEqualTo(2_00);
        record(new Noted(new StockEvent.Cancel(0, day(6), 2))).orElseThrow();
        assertThat(service.value(Long.MAX_VALUE).quantity("bolt")).isEqualTo(Rational.of(9));
    }

    @Test
    void goods_of_others_are_counted_and_worth_nothing() {
        Move.Builder foreign = Move.builder();
        foreign.item("bolt")
                .quantity(Rational.of(5))
                .source(VENDORS)
                .target(SHELF)
                .at(day(1))
                .owner("vendor");
        record(foreign.build()).orElseThrow();
        assertThat(service.levels(day(2), Long.MAX_VALUE).onHand("bolt")).isEqualTo(Rational.of(5));
        assertThat(service.value(Long.MAX_VALUE).value()).isZero();
        record(new Noted(new StockEvent.Cancel(0, day(2), 1))).orElseThrow();
        assertThat(service.levels(day(2), Long.MAX_VALUE).onHand("bolt")).isEqualTo(Rational.ZERO);
    }

    @Test
    void the_books_are_told_deltas_of_closed_days_on_the_first_open_day() {
        record(delivery("bolt", "10", "2", 1)).orElseThrow();
        record(move("bolt", "4", SHELF, CUSTOMERS, 2), move("bolt", "1", SHELF, BIN, 2))
                .orElseThrow();
        assertThat(service.tell(CLERK).orElseThrow()).hasSize(6);
        assertThat(amounts(1)).isEqualTo("stock -10.00, cost-of-goods 8.00, stock-adjustment 2.00");
        assertThat(service.tell(CLERK).orElseThrow()).isEmpty();
        openFrom = LocalDate.of(2026, 4, 1);
        Noted freight = new Noted(new StockEvent.LandedCost(
                0, LocalDateTime.of(2026, 4, 15, 0, 0), Lists.immutable.of(1L), 10_00, LandedCostBasis.QUANTITY));
        StockPreview preview = service.preview(Lists.immutable.of(freight)).orElseThrow();
        LocalDate april = LocalDate.of(2026, 4, 1);
        assertThat(preview.roles())
                .containsExactly(
                        new RoleChange(april, StockRole.STOCK, 5_00),
                        new RoleChange(april, StockRole.COST_OF_GOODS, 4_00),
                        new RoleChange(april, StockRole.ADJUSTMENT, 1_00),
                        new RoleChange(april, StockRole.CHARGES, -10_00));
        assertThat(preview.costs()).hasSize(2);
        record(freight).orElseThrow();
        told.clear();
        booksRefuse = true;
        assertThat(service.tell(CLERK).refusal()).isPresent();
        booksRefuse = false;
        told.clear();
        service.tell(CLERK).orElseThrow();
        assertThat(told.get(0).effectiveDate()).isEqualTo(april);
        assertThat(amounts(0)).isEqualTo("stock -5.00, cost-of-goods 4.00, stock-adjustment 1.00");
        assertThat(told.get(1).effectiveDate()).isEqualTo(LocalDate.of(2026, 4, 15));
        assertThat(amounts(1)).isEqualTo("stock 10.00, landed-cost 10.00");
    }

    @Test
    void the_books_are_told_of_each_category_apart() {
        categories.put("bolt", "hardware");
        record(delivery("bolt", "10", "2", 1), delivery("pill", "10", "1", 1).ofLot("raw"))
                .orElseThrow();
        record(new Assembly(
                        0,
                        day(2),
                        WORKSHOP,
                        Lists.immutable.of(new Assembly.Input(new Place(SHELF, "pill", "raw", ""), Rational.of(4))),
                        Lists.immutable.of(
                                new Assembly.Output(new Place(SHELF, "bolt", "", ""), Rational.of(2), Rational.ONE)),
                        1_00))
                .orElseThrow();
        service.tell(CLERK).orElseThrow();
        assertThat(qualified(0))
                .isEqualTo("stock 10.00, stock/hardware 20.00, goods-received 10.00, goods-received/hardware 20.00");
        assertThat(qualified(1)).isEqualTo("stock -4.00, stock/hardware 5.00, production-cost 1.00");
        told.clear();
        categories.put("bolt", "fasteners");
        service.tell(CLERK).orElseThrow();
        assertThat(qualified(0))
                .as("what they hold moves to the other category; goods received stay where bills clear them")
                .isEqualTo("stock/fasteners 20.00, stock/hardware -20.00");
        assertThat(qualified(1)).isEqualTo("stock/fasteners 5.00, stock/hardware -5.00");
        assertThat(service.tell(CLERK).orElseThrow()).isEmpty();
    }

    private String qualified(int event) {
        return told.get(event)
                .amounts()
                .collect(amount -> amount.role()
                        + (amount.qualifier().isEmpty() ? "" : "/" + amount.qualifier())
                        + " "
                        + BigDecimal.valueOf(Amounts.minor(amount.amount()), 2))
                .makeString(", ");
    }

    private String amounts(int event) {
        return told.get(event)
                .amounts()
                .collect(amount -> amount.role() + " " + BigDecimal.valueOf(Amounts.minor(amount.amount()), 2))
                .makeString(", ");
    }

    @Test
    void lots_are_traced_both_ways() {
        record(
                        delivery("pill", "10", "1", 1).ofLot("raw"),
                        new Assembly(
                                0,
                                day(2),
                                WORKSHOP,
                                Lists.immutable.of(
                                        new Assembly.Input(new Place(SHELF, "pill", "raw", ""), Rational.of(4))),
                                Lists.immutable.of(new Assembly.Output(
                                        new Place(SHELF, "pill", "made", ""), Rational.of(2), Rational.ONE)),
                                0),
                        move("pill", "1", SHELF, CUSTOMERS, 3).ofLot("made"))
                .orElseThrow();
        LotTrace trace = LotTrace.of(service.facts());
        assertThat(trace.forward("pill", "raw").collect(Shift::number)).containsExactly(1L, 2L, 2L, 3L);
        assertThat(trace.backward("pill", "made").collect(Shift::number)).containsExactly(1L, 2L, 2L, 3L);
        assertThat(trace.forward("pill", "made").collect(Shift::number)).containsExactly(2L, 3L);
        assertThat(service.value(Long.MAX_VALUE)
                        .balances()
                        .get(Goods.of("pill"))
                        .value())
                .isEqualTo(9_00);
    }

    @Test
    void nobody_but_the_allowed_tells() {
        assertThat(service.tell(Actor.of("stranger"))
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("access.denied");
    }
}
