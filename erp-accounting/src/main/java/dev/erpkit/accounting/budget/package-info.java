/**
 * Budgets: what may be spent or shall be earned by account, dimensions and period, in versions that are drafted, approved
 * and superseded; what is committed by orders; control when entries are posted; and reports of what became of it.
 *
 * <pre>{@code
 * Budget budget = Budget.builder()
 *         .id("2026/1")
 *         .year(calendar.year(2026))
 *         .currency(Amounts.currency("EUR"))
 *         .line("5100", Dimensions.of("cost-centre", "110"), BudgetSpread.equal(12_000_00, 12))
 *         .build();
 * budgets.draft(budget, me).orElseThrow();
 * budgets.approve(budget.id(), me).orElseThrow();
 * }</pre>
 *
 * <p>Available is budget less actual less committed, and control looks at nothing else.
 * {@link dev.erpkit.accounting.budget.BudgetControl} is a guard that the host adds to posting: it asks in the unit of work
 * that posts, so of two entries that want the last of a budget one is stopped.
 */
@NullMarked
package dev.erpkit.accounting.budget;

import org.jspecify.annotations.NullMarked;
