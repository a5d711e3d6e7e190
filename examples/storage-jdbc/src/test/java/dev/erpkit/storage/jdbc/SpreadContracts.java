package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.BudgetHarness;
import dev.erpkit.testkit.contract.BudgetLogContract;
import dev.erpkit.testkit.contract.DeferralHarness;
import dev.erpkit.testkit.contract.DeferralLogContract;
import dev.erpkit.testkit.contract.RecurringHarness;
import dev.erpkit.testkit.contract.RecurringLogContract;
import org.junit.jupiter.api.Nested;

/** The contracts of the logs of deferrals, budgets and recurring entries. */
abstract class SpreadContracts {
    private final JdbcSpreadHarness harness;

    SpreadContracts(JdbcSpreadHarness harness) {
        this.harness = harness;
    }

    @Nested
    class Deferrals extends DeferralLogContract {
        @Override
        protected DeferralHarness harness() {
            return harness;
        }
    }

    @Nested
    class Budgets extends BudgetLogContract {
        @Override
        protected BudgetHarness harness() {
            return harness;
        }
    }

    @Nested
    class Recurring extends RecurringLogContract {
        @Override
        protected RecurringHarness harness() {
            return harness;
        }
    }
}
