package dev.erpkit.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The in-memory logs of deferrals, budgets and recurring entries pass their contracts. */
class MemorySpreadTest {
    static final MemorySpreadHarness HARNESS = new MemorySpreadHarness();

    @Nested
    class Deferrals extends DeferralLogContract {
        @Override
        protected DeferralHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Budgets extends BudgetLogContract {
        @Override
        protected BudgetHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Recurring extends RecurringLogContract {
        @Override
        protected RecurringHarness harness() {
            return HARNESS;
        }
    }
}
