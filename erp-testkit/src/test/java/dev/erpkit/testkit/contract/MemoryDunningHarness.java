package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.dunning.memory.MemoryDunningLog;
import dev.erpkit.accounting.dunning.port.DunningLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** Dunning in memory, or something broken around it. */
final class MemoryDunningHarness implements DunningHarness {
    private final MemoryHarness core = new MemoryHarness();
    private final DunningLog log;
    private final UnaryOperator<DunningLog> around;
    private @Nullable MemoryDunningHarness other;

    MemoryDunningHarness(UnaryOperator<DunningLog> around) {
        this.around = around;
        this.log = around.apply(new MemoryDunningLog((MemoryUnitOfWork) core.unitOfWork()));
    }

    @Override
    public DunningLog dunning() {
        return log;
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
    public synchronized DunningHarness otherTenant() {
        MemoryDunningHarness known = other;
        if (known == null) {
            known = new MemoryDunningHarness(around);
            other = known;
        }
        return known;
    }

    @Override
    public DunningHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
