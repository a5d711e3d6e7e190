package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.asset.port.AssetLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.testkit.contract.AssetHarness;
import dev.erpkit.testkit.contract.AssetLogContract;
import dev.erpkit.testkit.contract.Capability;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.junit.jupiter.api.Nested;

/** The log of assets passes its contract on an H2 file and on PostgreSQL. */
class AssetLogTest {
    @Nested
    class H2 extends AssetLogContract {
        private static final AssetHarness ASSETS = new Assets(new JdbcHarness(Databases.h2File(), "kit"));

        @Override
        protected AssetHarness harness() {
            return ASSETS;
        }
    }

    @Nested
    class Postgres extends AssetLogContract {
        private static final AssetHarness ASSETS = new Assets(new JdbcHarness(Databases.postgres(), "kit"));

        @Override
        protected AssetHarness harness() {
            return ASSETS;
        }
    }

    /** Assets beside the ports of one tenant. */
    private static final class Assets implements AssetHarness {
        private final JdbcHarness core;
        private final AssetLog assets;

        Assets(JdbcHarness core) {
            this.core = core;
            this.assets = new JdbcAssetLog((JdbcUnitOfWork) core.unitOfWork());
        }

        @Override
        public AssetLog assets() {
            return assets;
        }

        @Override
        public UnitOfWork unitOfWork() {
            return core.unitOfWork();
        }

        @Override
        public NumberSeries numberSeries() {
            return core.numberSeries();
        }

        @Override
        public Outbox outbox() {
            return core.outbox();
        }

        @Override
        public ImmutableList<ErpEvent> told() {
            return core.told();
        }

        @Override
        public ImmutableSet<Capability> capabilities() {
            return core.capabilities();
        }

        @Override
        public AssetHarness otherTenant() {
            return new Assets(core.otherTenant());
        }

        @Override
        public AssetHarness reopened() {
            return new Assets(core.reopened());
        }
    }
}
