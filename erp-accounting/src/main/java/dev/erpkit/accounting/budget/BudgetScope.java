package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.posting.Dimensions;
import java.util.Comparator;

/**
 * What a line of a budget is about: an account or heading with all below it, on coordinates with all below them.
 *
 * @param account the account or heading
 * @param dimensions the coordinates; without any on an axis all lines count, whatever their value there
 */
public record BudgetScope(AccountId account, Dimensions dimensions) implements Comparable<BudgetScope> {
    private static final Comparator<BudgetScope> ORDER =
            Comparator.comparing(BudgetScope::account).thenComparing(BudgetScope::dimensions);

    /** An account on all coordinates. */
    public static BudgetScope of(String account) {
        return new BudgetScope(AccountId.of(account), Dimensions.none());
    }

    /** By account, then by coordinates. */
    @Override
    public int compareTo(BudgetScope other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return dimensions.isEmpty() ? account.toString() : account + " " + dimensions;
    }
}
