package dev.erpkit.company;

import dev.erpkit.accounting.budget.Budget;
import dev.erpkit.accounting.budget.BudgetId;
import dev.erpkit.accounting.budget.BudgetService;
import dev.erpkit.accounting.budget.BudgetSpread;
import dev.erpkit.core.calendar.FiscalYear;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.security.Actor;
import java.util.Map;
import java.util.TreeMap;

/** What selling and administration may cost in the year. It stops nothing; the page tells what became of it. */
final class SellingBudget {
    static final BudgetId ID = BudgetId.of("2025/selling");

    private static final Map<String, Long> YEN = new TreeMap<>(Map.of(
            "6230", 1_800_000L,
            "6240", 420_000L,
            "6250", 11_400_000L,
            "6310", 1_200_000L,
            "6320", 500_000L,
            "6330", 7_800_000L,
            "6350", 600_000L,
            "6360", 420_000L,
            "6410", 2_300_000L));

    private SellingBudget() {}

    /** Drafts and approves it. */
    static void approve(BudgetService budgets, FiscalYear year, Actor actor) {
        Budget.Builder budget = Budget.builder();
        budget.id(ID).currency(Entries.YEN);
        budget.year(year);
        YEN.forEach((account, yen) -> budget.line(
                account,
                Dimensions.none(),
                BudgetSpread.equal(yen, year.periods().size())));
        budgets.draft(budget.build(), actor).orElseThrow();
        budgets.approve(ID, actor).orElseThrow();
    }
}
