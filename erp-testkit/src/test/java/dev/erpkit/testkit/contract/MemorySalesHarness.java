package dev.erpkit.testkit.contract;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.crm.sales.memory.MemorySalesLog;
import dev.erpkit.testkit.sales.SalesStores;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** Sales in memory, or something broken around it. */
final class MemorySalesHarness implements SalesHarness {
    private final MemoryHarness core = new MemoryHarness();
    private final SalesStores stores;
    private final UnaryOperator<SalesStores> around;
    private @Nullable MemorySalesHarness other;

    MemorySalesHarness(UnaryOperator<SalesStores> around) {
        MemoryUnitOfWork work = (MemoryUnitOfWork) core.unitOfWork();
        this.around = around;
        this.stores = around.apply(new SalesStores(
                work,
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work),
                new MemorySalesLog<>(work)));
    }

    @Override
    public SalesStores sales() {
        return stores;
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
    public synchronized SalesHarness otherTenant() {
        MemorySalesHarness known = other;
        if (known == null) {
            known = new MemorySalesHarness(around);
            other = known;
        }
        return known;
    }

    @Override
    public SalesHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
