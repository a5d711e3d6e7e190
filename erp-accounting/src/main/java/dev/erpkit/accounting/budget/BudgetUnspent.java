package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.PostedEntry;
import dev.erpkit.accounting.port.JournalQuery;
import dev.erpkit.accounting.port.JournalStore;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** What each line has of its own: every figure counts in the nearest line only, so that nothing is carried over twice. */
final class BudgetUnspent {
    private final BudgetPlan plan;
    private final long[] actual;
    private final long[] committed;

    private BudgetUnspent(BudgetPlan plan) {
        this.plan = plan;
        this.actual = new long[plan.lines().size()];
        this.committed = new long[plan.lines().size()];
    }

    static ImmutableList<Availability> of(BudgetPlan plan, JournalStore journal, Budgets budgets) {
        BudgetUnspent unspent = new BudgetUnspent(plan);
        journal.forEach(
                JournalQuery.all()
                        .in(plan.budget().book())
                        .between(
                                plan.budget().year().startInclusive(),
                                plan.budget().year().endExclusive()),
                unspent::add);
        budgets.open().forEach(unspent::add);
        return Lists.immutable.ofAll(plan.lines()
                .collectWithIndex(
                        (line, i) -> new Availability(line.total(), unspent.actual[i], unspent.committed[i])));
    }

    private void add(PostedEntry posted) {
        if (posted.entry().kind() != EntryKind.CLOSING) {
            posted.entry().lines().forEach(line -> {
                int nearest = plan.nearest(line.account(), line.dimensions());
                if (nearest >= 0) {
                    actual[nearest] = Math.addExact(actual[nearest], line.baseMinor());
                }
            });
        }
    }

    private void add(Commitment open) {
        Committed order = open.committed();
        boolean counts = order.book().equals(plan.budget().book())
                && plan.budget().year().contains(order.date());
        int nearest =
                counts ? plan.nearest(order.scope().account(), order.scope().dimensions()) : -1;
        if (nearest >= 0) {
            committed[nearest] = Math.addExact(committed[nearest], open.openMinor());
        }
    }
}
