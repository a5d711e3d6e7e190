/**
 * Replenishment: when to order how much. Minimum and maximum, reorder point with safety stock for a service level, economic
 * order quantity, supply from another place of ours, projected stock by date, and net requirements over bills of materials.
 * Whatever is proposed is enough: when it is ordered, the next run proposes nothing.
 *
 * <pre>{@code
 * ReorderRule rule = ReorderRule.builder()
 *         .min(Rational.of(15))
 *         .max(Rational.of(30))
 *         .multiple(Rational.of(10))
 *         .rounding(MultipleRounding.UP)
 *         .build();
 * OrderProposal proposal = rule.propose(Rational.parse("14.5"));
 * Rational order = proposal.quantity();
 * }</pre>
 */
@NullMarked
package dev.erpkit.inventory.replenishment;

import org.jspecify.annotations.NullMarked;
