package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.inventory.purchase.port.PurchaseLog;
import dev.erpkit.inventory.reservation.port.ReservationLog;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.PurchaseHarness;
import dev.erpkit.testkit.contract.PurchaseLogContract;
import dev.erpkit.testkit.contract.StockReservationHarness;
import dev.erpkit.testkit.contract.StockReservationLogContract;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
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

    private static final class Harness implements StockReservationHarness, PurchaseHarness {
        private final DataSource dataSource;
        private final String tenant;
        private final BooksStores stores;

        Harness(DataSource dataSource, String tenant) {
            this.dataSource = dataSource;
            this.tenant = tenant;
            this.stores = JdbcBooks.stores(dataSource, tenant, HostTransaction.none(), new Limits(2, 30));
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
        public UnitOfWork unitOfWork() {
            return stores.unitOfWork();
        }

        @Override
        public NumberSeries numberSeries() {
            return stores.numbers();
        }

        @Override
        public Outbox outbox() {
            return stores.outbox();
        }

        @Override
        public ImmutableList<ErpEvent> told() {
            return ((JdbcOutbox) stores.outbox()).told();
        }

        @Override
        public ImmutableSet<Capability> capabilities() {
            return Sets.immutable.of(Capability.values());
        }

        @Override
        public Harness otherTenant() {
            return new Harness(dataSource, tenant + "-other");
        }

        @Override
        public Harness reopened() {
            return new Harness(dataSource, tenant);
        }
    }
}
