package dev.erpkit.company;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.budget.BudgetReport;
import dev.erpkit.accounting.budget.BudgetState;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.dunning.SentLetter;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.company.report.BusinessReports;
import java.time.LocalDate;
import org.eclipse.collections.api.set.ImmutableSet;

/** Takes the reports of the business around the books when its year is over. */
final class BusinessYear {
    private static final LocalDate END = TradingYear.LAST;

    private final Business business;

    BusinessYear(Business business) {
        this.business = business;
    }

    /** The reports. */
    BusinessReports reports() {
        DocumentId shown = DocumentId.of(invoiceOfTwoRates().document());
        return new BusinessReports(
                business.stores().documents().find(shown).orElseThrow(),
                business.documents().derivation(shown),
                business.assets().register(BookId.MAIN, TradingYear.OPENING, END),
                business.dunning().letters().collect(SentLetter::letter),
                budget(),
                TaxReturn.figures(new TaxReturn(business).known().orElseThrow()),
                business.statements().statements(CollectionAccount.NAME),
                business.statements().lines(CollectionAccount.NAME),
                business.reconciliation(
                        CollectionAccount.NAME,
                        AccountId.of(CompanyChart.COLLECTION),
                        AccountId.of(CompanyChart.COLLECTION_IN_TRANSIT),
                        END));
    }

    private static Trade invoiceOfTwoRates() {
        return new TradePlan(TradingYear.CALENDAR)
                .between(TradingYear.FIRST, TradingYear.FIRST.plusMonths(1)).stream()
                        .filter(trade -> trade.sale() && trade.lines().size() == 2)
                        .findFirst()
                        .orElseThrow();
    }

    /** Of what is planned alone: the company plans what it spends on selling and running, not what it buys to sell. */
    private BudgetReport budget() {
        BudgetState plan = business.budgets().current().find(SellingBudget.ID).orElseThrow();
        ImmutableSet<AccountId> planned =
                plan.lines().collect(line -> line.scope().account()).toSet().toImmutable();
        return BudgetReport.byAccount(
                business.budgets()
                        .figures(SellingBudget.ID, plan.budget().year())
                        .select(figure -> planned.contains(figure.scope().account())),
                business.books().chart());
    }
}
