package dev.erpkit.accounting.budget;

import dev.erpkit.accounting.budget.BudgetChange.Committed;

/**
 * A commitment as its facts have left it.
 *
 * @param committed what was ordered
 * @param consumedMinor what became bills
 * @param released whether the rest was given up
 */
public record Commitment(Committed committed, long consumedMinor, boolean released) {
    /** What may still come. */
    public long openMinor() {
        return released ? 0 : committed.minor() - consumedMinor;
    }
}
