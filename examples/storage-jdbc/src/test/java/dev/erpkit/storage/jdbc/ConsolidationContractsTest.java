package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.consolidation.port.ConsolidationLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.ConsolidationHarness;
import dev.erpkit.testkit.contract.ConsolidationLogContract;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Nested;

/** Frozen consolidations in both databases pass their contract. */
class ConsolidationContractsTest {
    private static final Jdbc H2 = new Jdbc(Databases.h2File(), "group");
    private static final Jdbc POSTGRES = new Jdbc(Databases.postgres(), "group");

    @Nested
    class OnH2 extends ConsolidationLogContract {
        @Override
        protected ConsolidationHarness harness() {
            return H2;
        }
    }

    @Nested
    class OnPostgres extends ConsolidationLogContract {
        @Override
        protected ConsolidationHarness harness() {
            return POSTGRES;
        }
    }

    private record Jdbc(DataSource dataSource, String tenant, BooksStores stores) implements ConsolidationHarness {
        Jdbc(DataSource dataSource, String tenant) {
            this(dataSource, tenant, JdbcBooks.stores(dataSource, tenant));
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
        public ConsolidationLog consolidations() {
            return JdbcBooks.business(stores).consolidations();
        }

        @Override
        public Jdbc otherTenant() {
            return new Jdbc(dataSource, tenant + "-other");
        }

        @Override
        public Jdbc reopened() {
            return new Jdbc(dataSource, tenant);
        }
    }
}
