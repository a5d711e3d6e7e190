package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.testkit.contract.DunningHarness;
import dev.erpkit.testkit.contract.DunningLogContract;
import javax.sql.DataSource;
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

    private static final class Harness extends JdbcTenant implements DunningHarness {
        private final DunningLog log;

        Harness(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
            this.log = business().dunning();
        }

        @Override
        public DunningLog dunning() {
            return log;
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
