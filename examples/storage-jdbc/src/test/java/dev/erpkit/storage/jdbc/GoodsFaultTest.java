package dev.erpkit.storage.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.AccountingEvents;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.security.AccessPolicy;
import dev.erpkit.core.security.Actor;
import dev.erpkit.inventory.count.BlankPolicy;
import dev.erpkit.inventory.count.CountService;
import dev.erpkit.inventory.move.Assembly;
import dev.erpkit.inventory.move.Counted;
import dev.erpkit.inventory.move.Location;
import dev.erpkit.inventory.move.LocationKind;
import dev.erpkit.inventory.move.Move;
import dev.erpkit.inventory.move.Noted;
import dev.erpkit.inventory.move.Place;
import dev.erpkit.inventory.move.StockItem;
import dev.erpkit.inventory.move.StockLevels;
import dev.erpkit.inventory.move.StockService;
import dev.erpkit.inventory.move.StockSetup;
import dev.erpkit.inventory.purchase.MatchPolicy;
import dev.erpkit.inventory.purchase.OrderLine;
import dev.erpkit.inventory.purchase.PurchaseOrder;
import dev.erpkit.inventory.purchase.PurchaseService;
import dev.erpkit.inventory.reservation.Claim;
import dev.erpkit.inventory.reservation.ClaimedStock;
import dev.erpkit.inventory.reservation.PickingStrategy;
import dev.erpkit.inventory.reservation.ReservationService;
import dev.erpkit.inventory.reservation.StockSources;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import dev.erpkit.inventory.valuation.Cost;
import dev.erpkit.inventory.valuation.LandedCostBasis;
import dev.erpkit.inventory.valuation.StockEvent;
import dev.erpkit.inventory.valuation.ValuationMethod;
import dev.erpkit.inventory.valuation.ValuationPolicy;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever statement of a command on goods fails, nothing of the command is kept; sent again it takes effect once. */
class GoodsFaultTest {
    private static final Actor CLERK = Actor.of("clerk");
    private static final LocalDateTime NOW = LocalDateTime.of(2026, 3, 31, 0, 0);
    private static final InstantSource CLOCK = InstantSource.fixed(NOW.toInstant(ZoneOffset.UTC));
    private static final Place BOLTS = Place.of(Location.of("shelf", "main"), "bolt");
    private static final Place NUTS = Place.of(Location.of("shelf", "main"), "nut");
    private static final ImmutableList<String> TABLES = Lists.immutable.of(
            "stock_record",
            "stock_fact",
            "stock_part",
            "stock_told",
            "stock_delta",
            "claim_record",
            "claim_fact",
            "count_record",
            "count_place",
            "purchase_record",
            "purchase_line");

    static JdbcConnectionPool[] databases() {
        return new JdbcConnectionPool[] {Databases.h2File(), Databases.postgres()};
    }

    /** The services of goods over one database. */
    private static final class Goods {
        private final BooksStores stores;
        private final ReservationLog claims;
        private final StockService stock;

        Goods(BooksStores stores) {
            this.stores = stores;
            this.claims = JdbcGoodsFlow.reservations(stores);
            JdbcStock logs = JdbcStock.of(stores);
            this.stock = new StockService(
                    logs.moves(),
                    logs.posted(),
                    books(),
                    stores.unitOfWork(),
                    AccessPolicy.allowAll(),
                    CLOCK,
                    new StockSetup(
                            id -> Optional.of(StockItem.of(id)),
                            ValuationPolicy.of(ValuationMethod.FIFO),
                            Amounts.currency("EUR"),
                            () -> LocalDate.MIN,
                            ZoneOffset.UTC),
                    new ClaimedStock(claims, CLOCK));
        }

        private static AccountingEvents books() {
            return (event, actor) -> Outcome.accepted(Lists.immutable.empty());
        }

        ReservationService reservations() {
            return new ReservationService(
                    claims,
                    item -> StockSources.of(StockLevels.of(stock.facts()), item, NOW),
                    stores.unitOfWork(),
                    AccessPolicy.allowAll(),
                    CLOCK);
        }

        CountService counts() {
            return new CountService(
                    JdbcGoodsFlow.counts(stores),
                    stock,
                    stores.unitOfWork(),
                    AccessPolicy.allowAll(),
                    CLOCK,
                    ZoneOffset.UTC);
        }

        PurchaseService purchases() {
            return new PurchaseService(
                    JdbcGoodsFlow.purchases(stores),
                    books(),
                    Amounts.currency("EUR"),
                    order -> 0,
                    MatchPolicy.exact(),
                    stores.unitOfWork(),
                    AccessPolicy.allowAll(),
                    CLOCK);
        }
    }

    private static LocalDateTime day(int day) {
        return LocalDateTime.of(2026, 3, day, 12, 0);
    }

    private static IdempotencyKey key(String key) {
        return IdempotencyKey.of(key);
    }

    /** Commands in an order in which each has what it needs; together they write every table. */
    private static ImmutableList<Supplier<Outcome<?>>> commands(Goods goods) {
        StockService stock = goods.stock;
        Move delivery = Move.of("bolt", Rational.of(10), Location.VENDORS, BOLTS.location(), day(1))
                .costing(new Cost.Total(10_00));
        Assembly made = new Assembly(
                0,
                day(2),
                Location.outside("workshop", LocationKind.PRODUCTION),
                Lists.immutable.of(new Assembly.Input(BOLTS, Rational.of(2))),
                Lists.immutable.of(new Assembly.Output(NUTS, Rational.of(4), Rational.ONE)),
                50);
        Counted counted = new Counted(0, day(3), BOLTS, Rational.of(7), Optional.empty());
        Noted freight =
                new Noted(new StockEvent.LandedCost(0, day(4), Lists.immutable.of(1L), 3_00, LandedCostBasis.QUANTITY));
        Claim claim = Claim.of("order-1", "bolt", Rational.of(4), PickingStrategy.FIFO);
        return Lists.immutable.of(
                () -> stock.record(key("batch"), Lists.immutable.of(delivery, made, counted, freight), CLERK),
                () -> stock.tell(CLERK),
                () -> goods.reservations().reserve(key("reserve"), claim, NOW.toLocalDate(), CLERK),
                () -> goods.reservations()
                        .issue(
                                key("take"),
                                Optional.of("order-1"),
                                BOLTS,
                                Rational.of(3),
                                () -> stock.issue(key("take"), BOLTS, Rational.of(3), day(5), CLERK),
                                CLERK),
                () -> goods.counts().open(key("open"), "march", day(6), Lists.immutable.of(BOLTS, NUTS), CLERK),
                () -> goods.counts().enter(key("enter"), "march", NUTS, Rational.of(3), Optional.empty(), CLERK),
                () -> goods.counts().finish(key("finish"), "march", BlankPolicy.KEEP, CLERK),
                () -> goods.purchases().order(key("order"), order(), CLERK));
    }

    private static PurchaseOrder order() {
        PurchaseOrder.Builder order = PurchaseOrder.builder();
        order.id("PO-1")
                .vendor(PartyId.of("V"))
                .currency(Amounts.currency("EUR"))
                .day(NOW.toLocalDate());
        order.add(new OrderLine(1, "bolt", Rational.of(5), Rational.of(100)));
        return order.build();
    }

    private static MutableList<Long> rows(JdbcConnectionPool database) throws SQLException {
        MutableList<Long> rows = Lists.mutable.empty();
        for (String table : TABLES) {
            rows.add(KillTest.rows(database, table));
        }
        return rows;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void a_fault_at_any_step_of_a_command_leaves_nothing_and_the_command_succeeds_afterwards(JdbcConnectionPool real)
            throws Exception {
        FaultyDataSource faulty = new FaultyDataSource(real);
        Goods goods = new Goods(JdbcBooks.stores(faulty, "acme"));
        for (Supplier<Outcome<?>> command : commands(goods)) {
            MutableList<Long> before = rows(real);
            int step = 0;
            for (boolean failed = true; failed; step++) {
                faulty.failAfter(step);
                failed = false;
                try {
                    command.get().orElseThrow();
                } catch (JdbcException expected) {
                    failed = true;
                }
                faulty.heal();
                assertThat(real.getActiveConnections()).as("connections kept").isZero();
                if (failed) {
                    assertThat(rows(real)).as("after a fault at step " + step).isEqualTo(before);
                }
            }
            assertThat(step).as("steps of a command").isGreaterThan(4);
            MutableList<Long> after = rows(real);
            assertThat(after).isNotEqualTo(before);
            command.get().orElseThrow();
            assertThat(rows(real)).as("sent again").isEqualTo(after);
        }
        assertThat(rows(real)).as("rows of every table").allMatch(rows -> rows > 0);
    }
}
