package dev.erpkit.accounting.budget;

/**
 * A row of a budget report.
 *
 * @param name the account, heading or member
 * @param depth how many rows lie above it in the tree
 * @param budgeted whether it, or something below it, is planned
 * @param figures plan, actual and commitments with all that lies below
 */
public record BudgetRow(String name, int depth, boolean budgeted, Availability figures) {}
