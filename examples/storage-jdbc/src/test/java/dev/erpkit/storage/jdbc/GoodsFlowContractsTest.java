package dev.erpkit.storage.jdbc;

import dev.erpkit.inventory.count.port.CountLog;
import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.port.PostedLog;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import dev.erpkit.testkit.contract.CountHarness;
import dev.erpkit.testkit.contract.CountLogContract;
import dev.erpkit.testkit.contract.GoodsHarness;
import dev.erpkit.testkit.contract.PurchaseHarness;
import dev.erpkit.testkit.contract.PurchaseLogContract;
import dev.erpkit.testkit.contract.StockRaceContract;
import dev.erpkit.testkit.contract.StockReservationHarness;
import dev.erpkit.testkit.contract.StockReservationLogContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** What is kept of goods passes its contracts on both databases, and services keep their promises to several at once. */
class GoodsFlowContractsTest {
    @Nested
    class ClaimsOnH2 extends StockReservationLogContract {
        private static final Harness HARNESS = new Harness(Databases.h2File(), "claims");

        @Override
        protected StockReservationHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class ClaimsOnPostgres extends StockReservationLogContract {
        private static final Harness HARNESS = new Harness(Databases.postgres(), "claims");

        @Override
        protected StockReservationHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class PurchasesOnH2 extends PurchaseLogContract {
        private static final Harness HARNESS = new Harness(Databases.h2File(), "purchases");

        @Override
        protected PurchaseHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class PurchasesOnPostgres extends PurchaseLogContract {
        private static final Harness HARNESS = new Harness(Databases.postgres(), "purchases");

        @Override
        protected PurchaseHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class CountsOnH2 extends CountLogContract {
        private static final Harness HARNESS = new Harness(Databases.h2File(), "counts");

        @Override
        protected CountHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class CountsOnPostgres extends CountLogContract {
        private static final Harness HARNESS = new Harness(Databases.postgres(), "counts");

        @Override
        protected CountHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class PeopleAtOnceOnH2 extends StockRaceContract {
        private static final Harness HARNESS = new Harness(Databases.h2File(), "race");

        @Override
        protected GoodsHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class PeopleAtOnceOnPostgres extends StockRaceContract {
        private static final Harness HARNESS = new Harness(Databases.postgres(), "race");

        @Override
        protected GoodsHarness harness() {
            return HARNESS;
        }
    }

    private static final class Harness extends JdbcTenant implements GoodsHarness, PurchaseHarness {
        private final JdbcStock stock = JdbcStock.of(stores);

        Harness(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
        }

        @Override
        public ReservationLog stockReservations() {
            return JdbcGoodsFlow.reservations(stores);
        }

        @Override
        public MoveLog moves() {
            return stock.moves();
        }

        @Override
        public PostedLog posted() {
            return stock.posted();
        }

        @Override
        public CountLog counts() {
            return JdbcGoodsFlow.counts(stores);
        }

        @Override
        public PurchaseLog purchases() {
            return JdbcGoodsFlow.purchases(stores);
        }

        @Override
        public Harness otherTenant() {
            return new Harness(dataSource, other());
        }

        @Override
        public Harness reopened() {
            return new Harness(dataSource, tenant);
        }
    }
}
