package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.BudgetReport.Figure;
import dev.erpkit.accounting.chart.Account;
import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.core.calendar.DateRange;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.SortedMaps;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.sorted.MutableSortedMap;

/** What was planned, posted and ordered in some periods of a budget, by account and coordinates. */
final class BudgetFigures {
    private final BudgetState state;
    private final Chart chart;
    private final DateRange days;
    private final MutableSortedMap<BudgetScope, Availability> sums = SortedMaps.mutable.empty();

    private BudgetFigures(BudgetState state, Chart chart, DateRange days) {
        this.state = state;
        this.chart = chart;
        this.days = days;
    }

    static ImmutableList<Figure> of(
            BudgetState state, Chart chart, DateRange days, JournalStore journal, Budgets budgets) {
        BudgetFigures figures = new BudgetFigures(state, chart, days);
        state.lines().forEach(figures::plan);
        JournalQuery posted =
                JournalQuery.all().in(state.budget().book()).between(days.startInclusive(), days.endExclusive());
        journal.forEach(posted, entry -> figures.post(entry, journal));
        budgets.open().forEach(figures::order);
        MutableList<Figure> all = Lists.mutable.empty();
        figures.sums.forEachKeyValue((scope, figure) -> all.add(new Figure(scope, figure)));
        return all.toImmutable();
    }

    private void plan(BudgetLine line) {
        state.budget().periods().forEachWithIndex((period, i) -> {
            if (days.encloses(period)) {
                add(line.scope(), new Availability(line.minor().get(i), 0, 0));
            }
        });
    }

    private void post(PostedEntry posted, JournalStore journal) {
        if (ActualSums.closes(posted.entry(), journal)) {
            return;
        }
        for (JournalLine line : posted.entry().lines()) {
            if (shown(line.account())) {
                add(new BudgetScope(line.account(), line.dimensions()), new Availability(0, line.baseMinor(), 0));
            }
        }
    }

    private void order(Commitment open) {
        Committed order = open.committed();
        if (order.book().equals(state.budget().book()) && days.contains(order.date())) {
            add(order.scope(), new Availability(0, 0, open.openMinor()));
        }
    }

    /** Income and expense always, others where they are planned. */
    private boolean shown(AccountId id) {
        Account account = chart.lookup(id);
        return account == null
                || !account.accountClass().balanceSheet()
                || state.lines()
                        .anySatisfy(line -> chart.isWithin(id, line.scope().account()));
    }

    private void add(BudgetScope scope, Availability figure) {
        sums.merge(scope, figure, Availability::plus);
    }
}
