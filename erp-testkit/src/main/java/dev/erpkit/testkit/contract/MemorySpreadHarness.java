package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.budget.memory.MemoryBudgetLog;
import dev.erpkit.accounting.budget.port.BudgetLog;
import dev.erpkit.accounting.deferral.memory.MemoryDeferralLog;
import dev.erpkit.accounting.deferral.port.DeferralLog;
import dev.erpkit.accounting.recurring.memory.MemoryRecurringLog;
import dev.erpkit.accounting.recurring.port.RecurringLog;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;
import org.jspecify.annotations.Nullable;

/** The logs of deferrals, budgets and recurring entries in memory, beside the books of one tenant. */
public final class MemorySpreadHarness implements DeferralHarness, BudgetHarness, RecurringHarness {
    private final BooksStores stores = BooksStores.inMemory();
    private final MemoryUnitOfWork work = (MemoryUnitOfWork) stores.unitOfWork();
    private final DeferralLog deferrals = new MemoryDeferralLog(work);
    private final BudgetLog budgets = new MemoryBudgetLog(work);
    private final RecurringLog recurring = new MemoryRecurringLog(work);
    private @Nullable MemorySpreadHarness other;

    /** Empty logs. */
    public MemorySpreadHarness() {}

    @Override
    public BooksStores stores() {
        return stores;
    }

    @Override
    public DeferralLog deferrals() {
        return deferrals;
    }

    @Override
    public BudgetLog budgets() {
        return budgets;
    }

    @Override
    public RecurringLog recurring() {
        return recurring;
    }

    @Override
    public UnitOfWork unitOfWork() {
        return work;
    }

    @Override
    public NumberSeries numberSeries() {
        return stores.numbers();
    }

    @Override
    public Outbox outbox() {
        return stores.outbox();
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return Lists.immutable.empty();
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return Sets.immutable.of(Capability.TRANSACTIONS, Capability.CONCURRENT_WRITERS, Capability.TENANTS);
    }

    @Override
    public synchronized MemorySpreadHarness otherTenant() {
        MemorySpreadHarness known = other;
        if (known == null) {
            known = new MemorySpreadHarness();
            other = known;
        }
        return known;
    }

    @Override
    public MemorySpreadHarness reopened() {
        throw new UnsupportedOperationException("memory is not durable");
    }
}
