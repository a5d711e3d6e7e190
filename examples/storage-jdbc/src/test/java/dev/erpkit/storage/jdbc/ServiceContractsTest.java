package dev.erpkit.storage.jdbc;

import dev.erpkit.crm.pipeline.port.DealLog;
import dev.erpkit.crm.service.port.CaseLog;
import dev.erpkit.testkit.contract.CaseHarness;
import dev.erpkit.testkit.contract.CaseLogContract;
import dev.erpkit.testkit.contract.DealHarness;
import dev.erpkit.testkit.contract.DealLogContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The logs of cases and deals pass their contracts on both databases. */
class ServiceContractsTest {
    private static final Harness H2 = new Harness(Databases.h2File(), "service");
    private static final Harness POSTGRES = new Harness(Databases.postgres(), "service");

    @Nested
    class H2Cases extends CaseLogContract {
        @Override
        protected CaseHarness harness() {
            return H2;
        }
    }

    @Nested
    class H2Deals extends DealLogContract {
        @Override
        protected DealHarness harness() {
            return H2;
        }
    }

    @Nested
    class PostgresCases extends CaseLogContract {
        @Override
        protected CaseHarness harness() {
            return POSTGRES;
        }
    }

    @Nested
    class PostgresDeals extends DealLogContract {
        @Override
        protected DealHarness harness() {
            return POSTGRES;
        }
    }

    private static final class Harness extends JdbcTenant implements CaseHarness, DealHarness {
        private final JdbcService service = JdbcService.of(stores);

        Harness(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
        }

        @Override
        public CaseLog cases() {
            return service.cases();
        }

        @Override
        public DealLog deals() {
            return service.deals();
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
