package dev.erpkit.testkit.contract;

import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.hr.run.memory.MemoryPayrollLog;
import dev.erpkit.hr.run.port.PayrollLog;
import java.util.function.UnaryOperator;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** Payroll in memory, or something broken around it. */
final class MemoryPayrollHarness implements PayrollHarness {
    private final MemoryHarness core = new MemoryHarness();
    private final PayrollLog log;
    private final UnaryOperator<PayrollLog> around;
    private @Nullable MemoryPayrollHarness other;

    MemoryPayrollHarness(UnaryOperator<PayrollLog> around) {
        this.around = around;
        this.log = around.apply(new MemoryPayrollLog((MemoryUnitOfWork) core.unitOfWork()));
    }

    @Override
    public PayrollLog payroll() {
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
    public synchronized PayrollHarness otherTenant() {
        MemoryPayrollHarness known = other;
        if (known == null) {
            known = new MemoryPayrollHarness(around);
            other = known;
        }
        return known;
    }

    @Override
    public PayrollHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
