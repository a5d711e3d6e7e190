package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.port.JournalStore;
import dev.erpkit.accounting.posting.PostingGuard;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.outcome.Refusal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.jspecify.annotations.Nullable;

/**
 * Holds what is posted and ordered against the approved budget of its book and year. Decides by budget, actual and
 * committed alone, as they stand in the unit of work that asks: of two entries that want the last of a budget one is
 * stopped. What no line of the budget covers is not held, and nothing that lowers a figure is.
 *
 * <p>An entry dated back is held in every later period too, so that it cannot take what those have spent.
 *
 * <p>Sums of the journal are kept between calls. Safe for threads; one is asked after the other.
 */
public final class BudgetControl implements PostingGuard {
    private final Supplier<Budgets> budgets;
    private final JournalStore journal;
    private final Supplier<Chart> chart;
    private final Supplier<DimensionCatalogue> catalogue;
    private final ControlPolicy policy;
    private @Nullable ActualSums known;

    /**
     * Control by a policy.
     *
     * @param budgets budgets and commitments as they stand in the running unit of work
     * @param journal the journal that is posted to
     * @param chart the chart as it stands in the running unit of work
     * @param catalogue the members of the axes
     */
    public BudgetControl(
            Supplier<Budgets> budgets,
            JournalStore journal,
            Supplier<Chart> chart,
            Supplier<DimensionCatalogue> catalogue,
            ControlPolicy policy) {
        this.budgets = budgets;
        this.journal = journal;
        this.chart = chart;
        this.catalogue = catalogue;
        this.policy = policy;
    }

    @Override
    public Optional<Refusal> objection(JournalEntry entry, Moment moment) {
        return stopped(review(entry, moment));
    }

    private static Optional<Refusal> stopped(ImmutableList<BudgetExcess> found) {
        return found.detectOptional(excess -> excess.rule().action() == ControlAction.STOP)
                .map(BudgetExcess::refusal);
    }

    /** The plans that would not suffice for an entry: what stops it, and what only warns. Changes nothing. */
    public ImmutableList<BudgetExcess> review(JournalEntry entry) {
        return review(entry, new Moment(0, Lists.immutable.empty()));
    }

    private synchronized ImmutableList<BudgetExcess> review(JournalEntry entry, Moment moment) {
        Budgets now = budgets.get();
        BudgetState state = now.approved(entry.book(), entry.date()).orElse(null);
        if (state == null) {
            return Lists.immutable.empty();
        }
        ActualSums actual = actual(state);
        actual.advance(moment.committed());
        long[][] wanted = new long[state.lines().size()][actual.plan().periods()];
        actual.add(entry, wanted);
        int period = state.budget().periodOf(entry.date());
        return anyAbove(wanted, period)
                ? exceeded(actual.plan(), actual.with(moment.decided()), committed(now, actual.plan()), wanted, period)
                : Lists.immutable.empty();
    }

    /** The refusal of an order for which the plan does not suffice. */
    synchronized Optional<Refusal> objection(Committed order) {
        Budgets now = budgets.get();
        BudgetState state = now.approved(order.book(), order.date()).orElse(null);
        if (state == null) {
            return Optional.empty();
        }
        ActualSums actual = actual(state);
        int period = state.budget().periodOf(order.date());
        long[][] wanted = new long[state.lines().size()][actual.plan().periods()];
        for (int i :
                actual.plan().covering(order.scope().account(), order.scope().dimensions())) {
            wanted[i][period] = order.minor();
        }
        return stopped(exceeded(
                actual.plan(), actual.with(Lists.immutable.empty()), committed(now, actual.plan()), wanted, period));
    }

    /** How each line of a budget stands over the whole year, in the order of its lines. */
    public synchronized ImmutableList<Availability> standing(BudgetState state) {
        ActualSums actual = actual(state);
        BudgetPlan plan = actual.plan();
        long[][] sums = actual.with(Lists.immutable.empty());
        long[][] committed = committed(budgets.get(), plan);
        int last = plan.periods() - 1;
        return Lists.immutable.ofAll(
                plan.lines().collectWithIndex((line, i) -> availability(plan, sums, committed, i, 0, last)));
    }

    private ActualSums actual(BudgetState state) {
        Chart accounts = chart.get();
        DimensionCatalogue members = catalogue.get();
        ActualSums sums = known;
        if (sums == null || !sums.plan().isOf(state, accounts, members)) {
            sums = new ActualSums(new BudgetPlan(state, accounts, members), journal);
            known = sums;
        }
        return sums;
    }

    private static long[][] committed(Budgets now, BudgetPlan plan) {
        long[][] sums = new long[plan.lines().size()][plan.periods()];
        for (Commitment open : now.open()) {
            Committed order = open.committed();
            int period =
                    order.book().equals(plan.budget().book()) ? plan.budget().periodOf(order.date()) : -1;
            if (period >= 0) {
                for (int i :
                        plan.covering(order.scope().account(), order.scope().dimensions())) {
                    sums[i][period] = Math.addExact(sums[i][period], open.openMinor());
                }
            }
        }
        return sums;
    }

    private static boolean anyAbove(long[][] wanted, int period) {
        return Arrays.stream(wanted).anyMatch(line -> line[period] > 0);
    }

    private ImmutableList<BudgetExcess> exceeded(
            BudgetPlan plan, long[][] actual, long[][] committed, long[][] wanted, int period) {
        MutableList<BudgetExcess> found = Lists.mutable.empty();
        int last = plan.periods() - 1;
        for (ControlPolicy.Rule rule : policy.rules().reject(r -> r.action() == ControlAction.IGNORE)) {
            for (int i = 0; i < wanted.length; i++) {
                if (wanted[i][period] <= 0 || plan.planned(i, 0, last) < 0) {
                    continue;
                }
                int first = rule.horizon().first(period);
                int start = rule.horizon() == ControlHorizon.YEAR ? last : period;
                int end = rule.horizon() == ControlHorizon.PERIOD ? period : last;
                for (int through = start; through <= end; through++) {
                    Availability before = availability(plan, actual, committed, i, first, through);
                    if (before.availableMinor() < wanted[i][period]) {
                        found.add(excess(plan, rule, i, first, through, before, wanted[i][period]));
                        break;
                    }
                }
            }
        }
        return found.toImmutable();
    }

    private static Availability availability(
            BudgetPlan plan, long[][] actual, long[][] committed, int line, int from, int through) {
        return new Availability(
                plan.planned(line, from, through),
                BudgetPlan.sum(actual[line], from, through),
                BudgetPlan.sum(committed[line], from, through));
    }

    private static BudgetExcess excess(
            BudgetPlan plan,
            ControlPolicy.Rule rule,
            int line,
            int from,
            int through,
            Availability before,
            long wanted) {
        Budget budget = plan.budget();
        DateRange days = budget.periods().get(from).span(budget.periods().get(through));
        return new BudgetExcess(
                budget.id(), plan.lines().get(line).scope(), rule, days, before, wanted, budget.currency());
    }
}
