package dev.erpkit.testkit.contract;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.crm.pipeline.memory.MemoryDealLog;
import dev.erpkit.crm.pipeline.port.DealLog;
import dev.erpkit.crm.service.memory.MemoryCaseLog;
import dev.erpkit.crm.service.port.CaseLog;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** Cases and deals in memory, or something broken around them. */
final class MemoryDeskHarness implements CaseHarness, DealHarness {
    private final MemoryHarness core = new MemoryHarness();
    private final UnaryOperator<CaseLog> aroundCases;
    private final UnaryOperator<DealLog> aroundDeals;
    private final CaseLog cases;
    private final DealLog deals;
    private @Nullable MemoryDeskHarness other;

    MemoryDeskHarness(UnaryOperator<CaseLog> aroundCases, UnaryOperator<DealLog> aroundDeals) {
        this.aroundCases = aroundCases;
        this.aroundDeals = aroundDeals;
        this.cases = aroundCases.apply(new MemoryCaseLog((MemoryUnitOfWork) core.unitOfWork()));
        this.deals = aroundDeals.apply(new MemoryDealLog((MemoryUnitOfWork) core.unitOfWork()));
    }

    static MemoryDeskHarness sound() {
        return new MemoryDeskHarness(log -> log, log -> log);
    }

    @Override
    public CaseLog cases() {
        return cases;
    }

    @Override
    public DealLog deals() {
        return deals;
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
    public synchronized MemoryDeskHarness otherTenant() {
        MemoryDeskHarness known = other;
        if (known == null) {
            known = new MemoryDeskHarness(aroundCases, aroundDeals);
            other = known;
        }
        return known;
    }

    @Override
    public MemoryDeskHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
