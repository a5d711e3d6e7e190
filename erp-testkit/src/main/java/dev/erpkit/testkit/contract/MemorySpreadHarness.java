package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.BusinessStores;
import dev.erpkit.accounting.budget.memory.MemoryBudgetLog;
import dev.erpkit.accounting.budget.port.BudgetLog;
import dev.erpkit.accounting.deferral.memory.MemoryDeferralLog;
import dev.erpkit.accounting.deferral.port.DeferralLog;
import dev.erpkit.accounting.recurring.memory.MemoryRecurringLog;
import dev.erpkit.accounting.recurring.port.RecurringLog;

/** The logs of deferrals, budgets and recurring entries in memory, beside the books of one tenant. */
public final class MemorySpreadHarness extends MemoryTenant<MemorySpreadHarness>
        implements DeferralHarness, BudgetHarness, RecurringHarness {
    private final BooksStores stores = BusinessStores.inMemory(work).books();
    private final DeferralLog deferrals = new MemoryDeferralLog(work);
    private final BudgetLog budgets = new MemoryBudgetLog(work);
    private final RecurringLog recurring = new MemoryRecurringLog(work);

    /** Empty logs. */
    public MemorySpreadHarness() {
        super(MemorySpreadHarness::new);
    }

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
}
