package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.SalesHarness;
import dev.erpkit.testkit.contract.SalesLogContract;
import dev.erpkit.testkit.contract.SalesRaceContract;
import dev.erpkit.testkit.sales.SalesStores;
import javax.sql.DataSource;
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

    private static final class Harness extends JdbcTenant implements SalesHarness {

        Harness(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
        }

        @Override
        public SalesStores sales() {
            return new SalesStores(
                    stores.unitOfWork(),
                    outbox(),
                    JdbcSales.quotes(stores),
                    JdbcSales.orders(stores),
                    JdbcSales.contracts(stores),
                    JdbcSales.billing(stores));
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
