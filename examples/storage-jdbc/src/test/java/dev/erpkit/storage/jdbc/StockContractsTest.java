package dev.erpkit.storage.jdbc;

import dev.erpkit.inventory.move.port.MoveLog;
import dev.erpkit.inventory.posting.port.PostedLog;
import dev.erpkit.testkit.contract.MoveLogContract;
import dev.erpkit.testkit.contract.PostedLogContract;
import dev.erpkit.testkit.contract.StockHarness;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The logs of goods pass their contracts on both databases. */
class StockContractsTest {
    private static final Harness H2 = new Harness(Databases.h2File(), "stock");
    private static final Harness POSTGRES = new Harness(Databases.postgres(), "stock");

    @Nested
    class H2Moves extends MoveLogContract {
        @Override
        protected StockHarness harness() {
            return H2;
        }
    }

    @Nested
    class H2Posted extends PostedLogContract {
        @Override
        protected StockHarness harness() {
            return H2;
        }
    }

    @Nested
    class PostgresMoves extends MoveLogContract {
        @Override
        protected StockHarness harness() {
            return POSTGRES;
        }
    }

    @Nested
    class PostgresPosted extends PostedLogContract {
        @Override
        protected StockHarness harness() {
            return POSTGRES;
        }
    }

    private static final class Harness extends JdbcTenant implements StockHarness {
        private final JdbcStock stock = JdbcStock.of(stores);

        Harness(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
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
        public Harness otherTenant() {
            return new Harness(dataSource, other());
        }

        @Override
        public Harness reopened() {
            return new Harness(dataSource, tenant);
        }
    }
}
