package dev.erpkit.storage.jdbc;

import dev.erpkit.inventory.purchase.port.PurchaseLog;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import dev.erpkit.testkit.contract.PurchaseHarness;
import dev.erpkit.testkit.contract.PurchaseLogContract;
import dev.erpkit.testkit.contract.StockReservationHarness;
import dev.erpkit.testkit.contract.StockReservationLogContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** Claims on goods and purchases pass their contracts on both databases. */
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

    private static final class Harness extends JdbcTenant implements StockReservationHarness, PurchaseHarness {

        Harness(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
        }

        @Override
        public ReservationLog stockReservations() {
            return JdbcGoodsFlow.reservations(stores);
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
