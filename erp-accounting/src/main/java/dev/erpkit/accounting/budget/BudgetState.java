package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.budget.BudgetChange.CarriedOver;
import dev.erpkit.accounting.budget.BudgetChange.Transferred;
import java.util.Optional;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.primitive.MutableLongList;

/**
 * A version of a budget as its facts have left it.
 *
 * @param budget what was drafted
 * @param status where it stands
 * @param lines the plan with transfers and what was carried over
 */
public record BudgetState(Budget budget, BudgetStatus status, ImmutableList<BudgetLine> lines) {
    /** The state after drafting. */
    static BudgetState of(Budget budget) {
        return new BudgetState(budget, BudgetStatus.DRAFT, budget.lines());
    }

    /** The line of a scope. */
    public Optional<BudgetLine> line(BudgetScope scope) {
        return lines.detectOptional(line -> line.scope().equals(scope));
    }

    BudgetState in(BudgetStatus other) {
        return new BudgetState(budget, other, lines);
    }

    BudgetState with(Transferred moved) {
        return new BudgetState(
                budget,
                status,
                lines.collect(line -> line.scope().equals(moved.from())
                        ? plus(line, moved.period(), -moved.minor())
                        : line.scope().equals(moved.to()) ? plus(line, moved.period(), moved.minor()) : line));
    }

    BudgetState with(CarriedOver carried) {
        return new BudgetState(
                budget,
                status,
                lines.collect(line -> plus(
                        line,
                        0,
                        carried.amounts()
                                .select(each -> each.scope().equals(line.scope()))
                                .sumOfLong(BudgetChange.Carried::minor))));
    }

    private static BudgetLine plus(BudgetLine line, int period, long minor) {
        MutableLongList changed = LongLists.mutable.withAll(line.minor());
        changed.set(period, Math.addExact(changed.get(period), minor));
        return new BudgetLine(line.scope(), changed.toImmutable());
    }
}
