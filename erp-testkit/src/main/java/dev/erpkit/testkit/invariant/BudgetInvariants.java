package dev.erpkit.testkit.invariant;

import dev.erpkit.accounting.budget.Availability;
import dev.erpkit.accounting.budget.BudgetChange.Committed;
import dev.erpkit.accounting.budget.BudgetLine;
import dev.erpkit.accounting.budget.BudgetScope;
import dev.erpkit.accounting.budget.BudgetState;
import dev.erpkit.accounting.budget.Commitment;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.accounting.dimension.DimensionCatalogue;
import dev.erpkit.accounting.journal.EntryKind;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.accounting.journal.PostedEntry;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/** What holds of budgets. */
public final class BudgetInvariants {
    private BudgetInvariants() {}

    /** The periods of a spread sum to the year, and none has the other sign. */
    public static ImmutableList<Finding> spreadIsWhole(long year, ImmutableLongList periods) {
        MutableList<Finding> found = Lists.mutable.empty();
        long sum = periods.injectInto(0L, Math::addExact);
        if (sum != year) {
            found.add(new Finding("budget-spread", "sum", "is " + sum + ", not " + year));
        }
        if (periods.anySatisfy(part -> part != 0 && Long.signum(part) != Long.signum(year))) {
            found.add(new Finding("budget-spread", "sign", "turns in " + periods + " of " + year));
        }
        return found.toImmutable();
    }

    /**
     * Budget, actual and committed of every line over the year are the plain sums of plan, journal and open commitments
     * that lie within it, and available is budget less actual less committed.
     *
     * @param standing what {@code BudgetControl.standing} says of the budget
     */
    public static ImmutableList<Finding> standing(
            BudgetState state,
            ImmutableList<Availability> standing,
            ImmutableList<PostedEntry> journal,
            ImmutableList<Commitment> open,
            Chart chart,
            DimensionCatalogue catalogue) {
        MutableList<Finding> found = Lists.mutable.empty();
        state.lines().forEachWithIndex((line, i) -> {
            Within within = new Within(line.scope(), chart, catalogue);
            Availability plain = new Availability(
                    state.lines().select(other -> within.covers(other.scope())).sumOfLong(BudgetLine::total),
                    journal.select(posted -> counts(posted, state))
                            .flatCollect(posted -> posted.entry().lines())
                            .select(each -> within.covers(new BudgetScope(each.account(), each.dimensions())))
                            .sumOfLong(JournalLine::baseMinor),
                    open.select(each -> counts(each.committed(), state)
                                    && within.covers(each.committed().scope()))
                            .sumOfLong(Commitment::openMinor));
            Availability said = standing.get(i);
            if (!said.equals(plain)
                    || said.availableMinor() != plain.budgetMinor() - plain.actualMinor() - plain.committedMinor()) {
                found.add(new Finding("budget-standing", line.scope().toString(), "is " + said + ", not " + plain));
            }
        });
        return found.toImmutable();
    }

    private static boolean counts(PostedEntry posted, BudgetState state) {
        return posted.entry().book().equals(state.budget().book())
                && posted.entry().kind() != EntryKind.CLOSING
                && state.budget().year().contains(posted.entry().date());
    }

    private static boolean counts(Committed order, BudgetState state) {
        return order.book().equals(state.budget().book())
                && state.budget().year().contains(order.date());
    }

    private record Within(BudgetScope wide, Chart chart, DimensionCatalogue catalogue) {
        boolean covers(BudgetScope narrow) {
            return (narrow.account().equals(wide.account()) || chart.isWithin(narrow.account(), wide.account()))
                    && catalogue.covers(wide.dimensions(), narrow.dimensions());
        }
    }
}
