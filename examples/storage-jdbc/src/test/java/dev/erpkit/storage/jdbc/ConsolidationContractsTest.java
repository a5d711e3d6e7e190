package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.consolidation.port.ConsolidationLog;
import dev.erpkit.testkit.contract.ConsolidationHarness;
import dev.erpkit.testkit.contract.ConsolidationLogContract;
import javax.sql.DataSource;
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

    private static final class Jdbc extends JdbcTenant implements ConsolidationHarness {
        Jdbc(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
        }

        @Override
        public ConsolidationLog consolidations() {
            return business().consolidations();
        }

        @Override
        public Jdbc otherTenant() {
            return new Jdbc(dataSource, other());
        }

        @Override
        public Jdbc reopened() {
            return new Jdbc(dataSource, tenant);
        }
    }
}
