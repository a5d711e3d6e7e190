package dev.erpkit.accounting.budget;

/** Where a version of a budget stands. */
public enum BudgetStatus {
    /** It is being made. */
    DRAFT,
    /** It holds. */
    APPROVED,
    /** Another version for the same year has taken its place. */
    SUPERSEDED
}
