package dev.erpkit.testkit.contract;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.accounting.budget.port.BudgetLog;

/** How the kit reaches an adapter's log of the budgets and commitments, in the same unit of work as the core ports. */
public interface BudgetHarness extends CoreHarness {
    /** The facts about the budgets and commitments. */
    BudgetLog budgets();

    /** The stores of the books that budgets hold, in the same unit of work; the journal is written by nobody else. */
    BooksStores stores();

    @Override
    BudgetHarness otherTenant();

    @Override
    BudgetHarness reopened();
}
