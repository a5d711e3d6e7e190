/**
 * The figures of a group of companies: who holds what, translation with a proved difference, intercompany pairs captured at
 * posting, investments against equity, minority interest. A pure function of facts; {@code ConsolidationService} freezes
 * periods.
 *
 * <pre>{@code
 * Group group = Group.of(
 *         MemberId.of("parent"),
 *         Lists.immutable.of(GroupMember.of("parent", "JPY"), GroupMember.of("us", "USD")),
 *         Lists.immutable.of(Holding.of("parent", "us", "0.8", founded)))
 *     .orElseThrow();
 * Consolidation figures = Consolidation.of(
 *         group, chart, year, ConsolidationFacts.of(books), policy, rates)
 *     .orElseThrow();
 * figures.row("1110").trace().render();
 * }</pre>
 */
@NullMarked
package dev.erpkit.accounting.consolidation;

import org.jspecify.annotations.NullMarked;
