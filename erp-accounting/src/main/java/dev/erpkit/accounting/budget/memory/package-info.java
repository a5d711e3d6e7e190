/** Budgets and commitments in memory. */
@NullMarked
package dev.erpkit.accounting.budget.memory;

import org.jspecify.annotations.NullMarked;
