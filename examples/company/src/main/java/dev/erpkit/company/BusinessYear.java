package dev.erpkit.company;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.budget.BudgetReport;
import dev.erpkit.accounting.budget.BudgetState;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.dunning.SentLetter;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.company.goods.GoodsServices;
import dev.erpkit.company.report.BusinessReports;
import dev.erpkit.company.report.StockReports;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.collections.api.set.ImmutableSet;

/** Takes the reports of the business around the books when its year is over. */
final class BusinessYear {
    private static final LocalDate END = TradingYear.LAST;

    private final Business business;
    private final GoodsServices goods;

    BusinessYear(Business business, GoodsServices goods) {
        this.business = business;
        this.goods = goods;
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
                StockReports.of(goods, END),
                business.reconciliation(
                        CollectionAccount.NAME,
                        AccountId.of(CompanyChart.COLLECTION),
                        AccountId.of(CompanyChart.COLLECTION_IN_TRANSIT),
                        END));
    }

    private static Trade invoiceOfTwoRates() {
        return TradePlan.through(TradingYear.CALENDAR, TradingYear.FIRST.plusMonths(1)).sales().stream()
                .filter(trade -> trade.lines().get(0).taxes().equals(List.of(CompanyTaxes.code(true, true)))
                        && trade.lines().size() == 2
                        && trade.lines().get(1).taxes().equals(List.of(CompanyTaxes.code(true, false))))
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
