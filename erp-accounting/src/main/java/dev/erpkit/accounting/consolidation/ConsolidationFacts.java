package dev.erpkit.accounting.consolidation;

import java.util.Optional;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What a consolidation is drawn up from, beside rates.
 *
 * @param books the books of each member in which the group has a share
 * @param intercompany what members recorded about each other, also after the period: {@link IntercompanyFacts}
 * @param acquisitions purchases and foundations, of all times
 * @param stockProfits profit on goods within the group
 * @param adjustments entries of the host: fair values, amortisation of goodwill, other accounting policies
 * @param before the period before, where it is frozen
 */
public record ConsolidationFacts(
        ImmutableList<MemberBooks> books,
        ImmutableList<IntercompanyFact> intercompany,
        ImmutableList<Acquisition> acquisitions,
        ImmutableList<StockProfit> stockProfits,
        ImmutableList<GroupEntry> adjustments,
        Optional<FrozenPeriod> before) {
    /** The books of the members and nothing else. */
    public static ConsolidationFacts of(ImmutableList<MemberBooks> books) {
        return new ConsolidationFacts(
                books,
                Lists.immutable.empty(),
                Lists.immutable.empty(),
                Lists.immutable.empty(),
                Lists.immutable.empty(),
                Optional.empty());
    }

    /** The same with these intercompany facts. */
    public ConsolidationFacts intercompany(ImmutableList<IntercompanyFact> facts) {
        return new ConsolidationFacts(books, facts, acquisitions, stockProfits, adjustments, before);
    }

    /** The same with these acquisitions. */
    public ConsolidationFacts acquisitions(ImmutableList<Acquisition> facts) {
        return new ConsolidationFacts(books, intercompany, facts, stockProfits, adjustments, before);
    }

    /** The same with these profits in stock. */
    public ConsolidationFacts stockProfits(ImmutableList<StockProfit> facts) {
        return new ConsolidationFacts(books, intercompany, acquisitions, facts, adjustments, before);
    }

    /** The same with these entries. */
    public ConsolidationFacts adjustments(ImmutableList<GroupEntry> entries) {
        return new ConsolidationFacts(books, intercompany, acquisitions, stockProfits, entries, before);
    }

    /** The same after a frozen period. */
    public ConsolidationFacts after(FrozenPeriod frozen) {
        return new ConsolidationFacts(
                books, intercompany, acquisitions, stockProfits, adjustments, Optional.of(frozen));
    }
}
