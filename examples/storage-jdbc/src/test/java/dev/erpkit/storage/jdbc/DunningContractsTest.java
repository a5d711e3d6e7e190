package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.DunningHarness;
import dev.erpkit.testkit.contract.DunningLogContract;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Nested;

/** The dunning log passes its contract on both databases. */
class DunningContractsTest {
    @Nested
    class H2 extends DunningLogContract {
        private static final DunningHarness HARNESS = new Harness(Databases.h2File(), "dunning");

        @Override
        protected DunningHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Postgres extends DunningLogContract {
        private static final DunningHarness HARNESS = new Harness(Databases.postgres(), "dunning");

        @Override
        protected DunningHarness harness() {
            return HARNESS;
        }
    }

    private static final class Harness implements DunningHarness {
        private final DataSource dataSource;
        private final String tenant;
        private final BooksStores stores;
        private final DunningLog log;

        Harness(DataSource dataSource, String tenant) {
            this.dataSource = dataSource;
            this.tenant = tenant;
            this.stores = JdbcBooks.stores(dataSource, tenant, HostTransaction.none(), new Limits(2, 30));
            this.log = JdbcBooks.business(stores).dunning();
        }

        @Override
        public DunningLog dunning() {
            return log;
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
