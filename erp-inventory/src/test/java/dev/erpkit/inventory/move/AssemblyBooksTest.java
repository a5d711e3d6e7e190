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
import dev.erpkit.inventory.move.memory.MemoryMoveLog;
import dev.erpkit.inventory.posting.memory.MemoryPostedLog;
import dev.erpkit.inventory.valuation.ConversionCost;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationLedger;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.MutableList;
import org.junit.jupiter.api.Test;

/** What goods cost that were made, what stands behind it, and what the books are told. */
class AssemblyBooksTest {
    private static final Actor CLERK = Actor.of("clerk");
    private static final CurrencyUnit YEN = Amounts.currency("JPY");
    private static final Location SHELF = Location.of("shelf", "main");
    private static final Location MILL = Location.outside("mill", LocationKind.PRODUCTION);
    private static final LocalDate GOOD = LocalDate.of(2026, 12, 31);

    private final MemoryUnitOfWork unitOfWork = new MemoryUnitOfWork();
    private final MutableList<AccountingEvent> told = Lists.mutable.empty();
    private final StockService stock = new StockService(
            new MemoryMoveLog(unitOfWork),
            new MemoryPostedLog(unitOfWork),
            (event, actor) -> {
                told.add(event);
                return Outcome.accepted(Lists.immutable.empty());
            },
            unitOfWork,
            AccessPolicy.allowAll(),
            InstantSource.fixed(Instant.parse("2026-12-31T00:00:00Z")),
            new StockSetup(
                    id -> Optional.of(StockItem.of(id)),
                    ValuationPolicy.of(ValuationMethod.FIFO),
                    YEN,
                    () -> LocalDate.MIN,
                    ZoneOffset.UTC));
    private int keys;

    private IdempotencyKey key() {
        return IdempotencyKey.of("k" + keys++);
    }

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 1, day, 9, 0);
    }

    private static Assembly oil(ConversionCost conversion, Voucher voucher) {
        return new Assembly(
                        0,
                        day(2),
                        MILL,
                        Lists.immutable.of(new Assembly.Input(Place.of(SHELF, "seed"), Rational.of(7))),
                        Lists.immutable.of(
                                new Assembly.Output(Place.of(SHELF, "oil"), Rational.of(3), Rational.of(2)),
                                new Assembly.Output(Place.of(SHELF, "cake"), Rational.ONE, Rational.ONE)),
                        conversion,
                        voucher)
                .ofLot("2026-01", GOOD);
    }

    private void seeds() {
        stock.receive(key(), Place.of(SHELF, "seed"), Rational.of(10), new Cost.Total(1_000), day(1), CLERK)
                .orElseThrow();
    }

    private String amounts(int event) {
        return told.get(event)
                .amounts()
                .collect(amount -> amount.role() + " " + Amounts.minor(amount.amount()))
                .makeString(", ");
    }

    @Test
    void labour_and_overhead_have_roles_of_their_own_and_stand_in_the_trace() {
        seeds();
        Assembly made = oil(new ConversionCost(101, 32, 9), Voucher.NONE);
        stock.record(key(), Lists.immutable.of(made), CLERK).orElseThrow();
        long sale = stock.issue(key(), Place.of(SHELF, "oil").ofLot("2026-01"), Rational.of(3), day(3), CLERK)
                .orElseThrow()
                .first();
        stock.tell(CLERK).orElseThrow();
        assertThat(amounts(1)).isEqualTo("stock 142, production-labour 101, production-overhead 32, production-cost 9");
        ValuationLedger ledger = stock.value(Long.MAX_VALUE);
        assertThat(ledger.costs().get(sale)).isEqualTo(561);
        assertThat(ledger.value("cake")).isEqualTo(842 - 561);
        assertThat(ledger.explain(sale).orElseThrow().text(YEN)).isEqualTo("""
                issue 3: 3 = 561
                  production 2: 3 = 561
                    receipt 1: 3927/842 = 467
                      price 1: 467/100 = 467
                    labour 2 = 67
                    overhead 2 = 21
                    further cost of production 2 = 6
                """);
        stock.cancel(key(), sale, day(4), CLERK).orElseThrow();
        stock.cancel(key(), made.numbered(2).number(), day(4), CLERK).orElseThrow();
        told.clear();
        stock.tell(CLERK).orElseThrow();
        assertThat(amounts(0))
                .isEqualTo("stock -142, production-labour -101, production-overhead -32, production-cost -9");
    }

    @Test
    void a_conversion_cost_below_zero_is_refused() {
        seeds();
        Assembly made = oil(new ConversionCost(-1, 5, 0), Voucher.NONE);
        assertThat(stock.record(key(), Lists.immutable.of(made), CLERK)
                        .refusal()
                        .orElseThrow()
                        .code()
                        .value())
                .isEqualTo("stock.negative-cost");
    }

    @Test
    void what_is_made_carries_its_lot_and_expiry_and_its_voucher() {
        seeds();
        stock.record(key(), Lists.immutable.of(oil(ConversionCost.NONE, new Voucher("WO-7", ""))), CLERK)
                .orElseThrow();
        StockLevels levels = stock.levels(day(31), Long.MAX_VALUE);
        assertThat(levels.expiry("oil", "2026-01")).contains(GOOD);
        assertThat(levels.at(Place.of(SHELF, "oil").ofLot("2026-01"))).isEqualTo(Rational.of(3));
        assertThat(stock.facts().getLast().reference()).isEqualTo("WO-7");
    }

    @Test
    void the_books_are_told_what_somebody_wrote_in_events_apart() {
        seeds();
        Voucher order = new Voucher("WO-7", "second pressing");
        stock.record(key(), Lists.immutable.of(oil(ConversionCost.of(10, 0), order)), CLERK)
                .orElseThrow();
        Move broken = Move.builder()
                .from(Move.of("seed", Rational.ONE, SHELF, Location.SCRAP, day(2)))
                .narrative("bag torn")
                .build();
        stock.record(key(), Lists.immutable.of(broken), CLERK).orElseThrow();
        stock.issue(key(), Place.of(SHELF, "seed"), Rational.ONE, day(2), CLERK).orElseThrow();
        Noted freight = new Noted(
                new StockEvent.LandedCost(0, day(1), Lists.immutable.of(1L), 30, LandedCostBasis.EQUAL),
                new Voucher("F-1", "late freight"));
        stock.record(key(), Lists.immutable.of(freight), CLERK).orElseThrow();
        stock.tell(CLERK).orElseThrow();
        assertThat(told.collect(
                        event -> event.source().id() + " " + event.narrative().orElse("-")))
                .containsExactly(
                        "1/2026-01-01 -",
                        "1/2026-01-01/1 late freight",
                        "1/2026-01-02 -",
                        "1/2026-01-02/1 second pressing",
                        "1/2026-01-02/2 bag torn");
        assertThat(amounts(4)).isEqualTo("stock -103, stock-adjustment 103");
        assertThat(told.getLast().toString()).doesNotContain("torn");
        assertThat(broken.toString() + order + freight).doesNotContain("torn").doesNotContain("late freight");
    }

    @Test
    void texts_that_no_store_keeps_cannot_be_vouchers() {
        assertThatThrownBy(() -> new Voucher("x".repeat(201), "")).hasMessageContaining("stock.voucher-form");
        assertThatThrownBy(() -> new Voucher("", "x".repeat(501))).hasMessageContaining("stock.voucher-form");
        assertThatThrownBy(() -> new Voucher("a\nb", "")).hasMessageContaining("stock.voucher-form");
    }
}
