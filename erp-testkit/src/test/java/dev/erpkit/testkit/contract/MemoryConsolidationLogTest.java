package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.consolidation.memory.MemoryConsolidationLog;
import dev.erpkit.accounting.consolidation.port.ConsolidationLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryNumberSeries;
import dev.erpkit.core.memory.MemoryOutbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import java.util.Optional;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** Frozen consolidations in memory pass their contract. */
class MemoryConsolidationLogTest extends ConsolidationLogContract {
    private static final Memory HARNESS = new Memory(Optional.of(new Memory(Optional.empty())));

    @Override
    protected ConsolidationHarness harness() {
        return HARNESS;
    }

    private static final class Memory implements ConsolidationHarness {
        private final MemoryUnitOfWork work = new MemoryUnitOfWork();
        private final MemoryOutbox outbox = new MemoryOutbox(work);
        private final MemoryNumberSeries numbers = new MemoryNumberSeries(work);
        private final MemoryConsolidationLog log = new MemoryConsolidationLog(work);
        private final Optional<Memory> other;

        private Memory(Optional<Memory> other) {
            this.other = other;
        }

        @Override
        public UnitOfWork unitOfWork() {
            return work;
        }

        @Override
        public NumberSeries numberSeries() {
            return numbers;
        }

        @Override
        public Outbox outbox() {
            return outbox;
        }

        @Override
        public ImmutableList<ErpEvent> told() {
            return outbox.events();
        }

        @Override
        public ImmutableSet<Capability> capabilities() {
            return Sets.immutable.of(Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.TENANTS);
        }

        @Override
        public ConsolidationLog consolidations() {
            return log;
        }

        @Override
        public Memory otherTenant() {
            return other.orElseThrow();
        }

        @Override
        public Memory reopened() {
            throw new UnsupportedOperationException("memory is not durable");
        }
    }
}
