package dev.erpkit.company;

import dev.erpkit.accounting.Business;
import dev.erpkit.accounting.bank.LineHistory;
import dev.erpkit.accounting.bank.Reconciliation;
import dev.erpkit.accounting.bank.StoredStatement;
import dev.erpkit.accounting.budget.BudgetLine;
import dev.erpkit.accounting.budget.BudgetReport;
import dev.erpkit.accounting.budget.BudgetReport.Figure;
import dev.erpkit.accounting.document.DocumentId;
import dev.erpkit.accounting.document.IssuedDocument;
import dev.erpkit.accounting.dunning.DunningChange.Sent;
import dev.erpkit.accounting.dunning.DunningLetter;
import dev.erpkit.accounting.dunning.DunningState;
import dev.erpkit.accounting.journal.BookId;
import dev.erpkit.accounting.payment.PaymentHistory;
import dev.erpkit.accounting.report.TrialBalance;
import dev.erpkit.company.goods.GoodsServices;
import dev.erpkit.company.report.BusinessReports;
import dev.erpkit.company.report.StockReports;
import dev.erpkit.core.trace.TraceStep;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Takes the reports of the business around the books when its year is over. */
final class BusinessYear {
    private static final LocalDate END = TradingYear.LAST;

    private final Business business;
    private final GoodsServices goods;

    BusinessYear(Business business, GoodsServices goods) {
        this.business = business;
        this.goods = goods;
    }

    /**
     * The reports.
     *
     * @param trial the trial balance before the close, for what was spent of the budget
     */
    BusinessReports reports(TrialBalance trial) {
        Trade shown = invoiceOfTwoRates();
        IssuedDocument invoice = business.stores()
                .documents()
                .find(DocumentId.of(shown.document()))
                .orElseThrow();
        TraceStep derivation = CompanyTaxes.compute(
                        shown.lines(), shown.date(), shown.partner().currency())
                .trace();
        return new BusinessReports(
                invoice,
                derivation,
                business.assets().register(BookId.MAIN, TradingYear.OPENING, END),
                letters(),
                budget(trial),
                TaxReturn.figures(new TaxReturn(business).known().orElseThrow()),
                business.statements().statements(CollectionAccount.NAME),
                lines(),
                StockReports.of(goods, END),
                reconciliation());
    }

    private static Trade invoiceOfTwoRates() {
        return TradePlan.through(TradingYear.CALENDAR, TradingYear.FIRST.plusMonths(1)).sales().stream()
                .filter(trade -> trade.lines().get(0).taxes().equals(List.of(CompanyTaxes.code(true, true)))
                        && trade.lines().size() == 2
                        && trade.lines().get(1).taxes().equals(List.of(CompanyTaxes.code(true, false))))
                .findFirst()
                .orElseThrow();
    }

    /** What was drafted when it was sent, record by record. */
    private ImmutableList<DunningLetter> letters() {
        DunningState state = new DunningState();
        MutableList<DunningLetter> letters = Lists.mutable.empty();
        business.stores().dunning().forEach(0, fact -> {
            ImmutableList<Sent> sent = fact.changes().selectInstancesOf(Sent.class);
            letters.addAllIterable(DunningLetter.of(state.drafts()
                    .select(draft -> sent.anySatisfy(letter -> letter.item().equals(draft.item())))));
            state.apply(fact);
        });
        return letters.toImmutable();
    }

    private BudgetReport budget(TrialBalance trial) {
        MutableList<Figure> figures = Lists.mutable.empty();
        for (BudgetLine line : business.budgets()
                .current()
                .find(SellingBudget.ID)
                .orElseThrow()
                .lines()) {
            figures.add(Figure.planned(line.scope(), line.total()));
            long posted = trial.row(line.scope().account())
                    .map(row -> row.base().closingMinor())
                    .orElse(0L);
            figures.add(Figure.posted(line.scope(), posted));
        }
        return BudgetReport.byAccount(figures.toImmutable(), business.books().chart());
    }

    private ImmutableList<LineHistory> lines() {
        MutableList<LineHistory> lines = Lists.mutable.empty();
        business.stores().statements().forEachLine(CollectionAccount.NAME, lines::add);
        return lines.toImmutable();
    }

    private Reconciliation reconciliation() {
        MutableList<PaymentHistory> payments = Lists.mutable.empty();
        business.stores().payments().forEach(payments::add);
        ImmutableList<StoredStatement> statements = business.statements().statements(CollectionAccount.NAME);
        return Reconciliation.of(
                END,
                statements,
                lines(),
                payments.toImmutable(),
                business.books().balance(CompanyChart.COLLECTION, END),
                business.books().balance(CompanyChart.COLLECTION_IN_TRANSIT, END));
    }
}
