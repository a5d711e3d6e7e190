package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.SalesHarness;
import dev.erpkit.testkit.contract.SalesLogContract;
import dev.erpkit.testkit.contract.SalesRaceContract;
import dev.erpkit.testkit.sales.SalesStores;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Nested;

/** The logs of sales pass their contracts on both databases. */
class SalesContractsTest {
    private static final SalesHarness H2 = new Harness(Databases.h2File(), "sales");
    private static final SalesHarness POSTGRES = new Harness(Databases.postgres(), "sales");

    @Nested
    class H2Logs extends SalesLogContract {
        @Override
        protected SalesHarness harness() {
            return H2;
        }
    }

    @Nested
    class H2Races extends SalesRaceContract {
        @Override
        protected SalesHarness harness() {
            return H2;
        }
    }

    @Nested
    class PostgresLogs extends SalesLogContract {
        @Override
        protected SalesHarness harness() {
            return POSTGRES;
        }
    }

    @Nested
    class PostgresRaces extends SalesRaceContract {
        @Override
        protected SalesHarness harness() {
            return POSTGRES;
        }
    }

    private static final class Harness implements SalesHarness {
        private final DataSource dataSource;
        private final String tenant;
        private final BooksStores stores;

        Harness(DataSource dataSource, String tenant) {
            this.dataSource = dataSource;
            this.tenant = tenant;
            this.stores = JdbcBooks.stores(dataSource, tenant, HostTransaction.none(), new Limits(2, 30));
        }

        @Override
        public SalesStores sales() {
            return new SalesStores(
                    stores.unitOfWork(),
                    JdbcSales.quotes(stores),
                    JdbcSales.orders(stores),
                    JdbcSales.contracts(stores),
                    JdbcSales.billing(stores));
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
