package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.chart.Chart;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.ExchangeRates;
import dev.erpkit.core.outcome.Outcome;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The figures of a group: the sum of its members, the group's own entries, and what translation leaves. Every row says what
 * it is made of; the rows add up to zero. Amounts are minor units of the group's currency, debit positive.
 *
 * <p>Economies with hyperinflation (IAS 29) are not covered, nor is a change in the share of a member within a period: what
 * follows from that comes in as an adjustment.
 *
 * @param period the period
 * @param currency the currency of the group
 * @param members the translated books of all members, also of those by the equity method, which are not summed
 * @param entries the entries of the group
 * @param unmatched what members do not agree on; it stays in the rows under {@link EliminationPolicy#MATCHED}
 * @param withoutAcquisition members with a share whose investment was not set against equity, since no acquisition is known
 * @param rows by account
 * @param frozenMembers the equity of the members, as the next period will begin with it
 */
public record Consolidation(
        DateRange period,
        CurrencyUnit currency,
        ImmutableList<TranslatedMember> members,
        ImmutableList<GroupEntry> entries,
        ImmutableList<IntercompanyDifference> unmatched,
        ImmutableList<MemberId> withoutAcquisition,
        ImmutableList<GroupRow> rows,
        ImmutableList<FrozenMember> frozenMembers) {
    /**
     * Draws up the figures; pure.
     *
     * @param group who belongs to it
     * @param chart the chart of the group
     * @param period a fiscal year or the part of it so far, bounded
     * @param facts the books and what is known beside them
     * @param policy how
     * @param rates closing and average rates dated in the period, historical ones as of each movement of equity, from the
     *     currency of each member to that of the group
     * @return the figures, or {@code consolidation.unknown-member}, {@code consolidation.duplicate-member}, {@code
     *     consolidation.books-missing}, {@code consolidation.unbalanced}, {@code consolidation.unmapped}, {@code
     *     consolidation.rate-missing}, {@code consolidation.account-missing}, {@code consolidation.opening-differs}, {@code
     *     consolidation.not-next}
     */
    public static Outcome<Consolidation> of(
            Group group,
            Chart chart,
            DateRange period,
            ConsolidationFacts facts,
            ConsolidationPolicy policy,
            ExchangeRates rates) {
        return new ConsolidationFold(new GroupScope(group, chart, period, policy, rates), facts).outcome();
    }

    /** The row of an account; one without members and entries where nothing stands on it. */
    public GroupRow row(String account) {
        AccountId id = AccountId.of(account);
        return rows.detectOptional(r -> r.account().equals(id))
                .orElseGet(() -> new GroupRow(id, Lists.immutable.empty(), Lists.immutable.empty(), 0));
    }

    /** What stands on an account. */
    public long minor(String account) {
        return row(account).minor();
    }

    /** The sum of all rows: zero. */
    public long sumMinor() {
        return Minors.sum(rows, GroupRow::minor);
    }

    /** The translated books of a member. */
    public TranslatedMember member(String id) {
        return members.detectOptional(m -> m.member().id().value().equals(id)).orElseThrow();
    }

    /** What rounding cell by cell left over, over all members that are summed; it stands on an account of its own. */
    public long roundingMinor() {
        return Minors.sum(
                rows.flatCollect(GroupRow::members).select(cell -> cell.kind() == MemberCell.Kind.ROUNDING),
                MemberCell::minor);
    }

    /** The figures as they are frozen under the name of a group. */
    public FrozenPeriod freeze(String group) {
        return new FrozenPeriod(group, period, currency, ConsolidationDigest.of(this), frozenMembers);
    }
}
