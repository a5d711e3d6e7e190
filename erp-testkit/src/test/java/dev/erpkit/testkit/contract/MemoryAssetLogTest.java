package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.asset.memory.MemoryAssetLog;
import dev.erpkit.accounting.asset.port.AssetLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** The log of assets in memory passes its contract. */
class MemoryAssetLogTest extends AssetLogContract {
    private static final AssetHarness HARNESS = new Memory(new MemoryHarness());

    @Override
    protected AssetHarness harness() {
        return HARNESS;
    }

    /** Assets beside the ports of one tenant in memory. */
    private static final class Memory implements AssetHarness {
        private final MemoryHarness core;
        private final AssetLog assets;

        Memory(MemoryHarness core) {
            this.core = core;
            this.assets = new MemoryAssetLog((MemoryUnitOfWork) core.unitOfWork());
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
            return new Memory(core.otherTenant());
        }

        @Override
        public AssetHarness reopened() {
            throw new UnsupportedOperationException("not durable");
        }
    }
}
