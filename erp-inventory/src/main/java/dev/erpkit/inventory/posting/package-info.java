/**
 * What goods mean to the books: postings by role, worked out from a valuation, and the deltas that are still to be told. What was
 * told is never changed; when a late fact restates a cost, the difference is told, of a closed period on the first open day.
 * Amounts bear the category of their item, so that posting rules can give it accounts of its own.
 *
 * <pre>{@code
 * ImmutableList<StockPosting> now = StockPostings.perpetual(facts, ledger);
 * ImmutableList<StockDelta> deltas = StockDelta.of(now, told, LocalDate.of(2026, 3, 1));
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.posting;

import org.jspecify.annotations.NullMarked;
