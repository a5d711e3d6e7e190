package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.asset.port.AssetLog;
import dev.erpkit.testkit.contract.AssetHarness;
import dev.erpkit.testkit.contract.AssetLogContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The log of assets passes its contract on an H2 file and on PostgreSQL. */
class AssetLogTest {
    @Nested
    class H2 extends AssetLogContract {
        private static final AssetHarness ASSETS = new Assets(Databases.h2File(), "kit");

        @Override
        protected AssetHarness harness() {
            return ASSETS;
        }
    }

    @Nested
    class Postgres extends AssetLogContract {
        private static final AssetHarness ASSETS = new Assets(Databases.postgres(), "kit");

        @Override
        protected AssetHarness harness() {
            return ASSETS;
        }
    }

    /** Assets beside the ports of one tenant. */
    private static final class Assets extends JdbcTenant implements AssetHarness {
        Assets(DataSource dataSource, String tenant) {
            super(dataSource, tenant);
        }

        @Override
        public AssetLog assets() {
            return business().assets();
        }

        @Override
        public AssetHarness otherTenant() {
            return new Assets(dataSource, other());
        }

        @Override
        public AssetHarness reopened() {
            return new Assets(dataSource, tenant);
        }
    }
}
