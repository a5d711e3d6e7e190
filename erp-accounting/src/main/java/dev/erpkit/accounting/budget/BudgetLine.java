package dev.erpkit.accounting.budget;

import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/**
 * The plan for a scope.
 *
 * @param scope what it is about
 * @param minor minor units for each period of the budget, debit positive: expense above zero, income below
 */
public record BudgetLine(BudgetScope scope, ImmutableLongList minor) {
    /** What is planned for the whole year. */
    public long total() {
        return minor.injectInto(0L, Math::addExact);
    }
}
