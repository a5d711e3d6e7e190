package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * The equity of a member at the end of a frozen period, at which the next one begins: no rate is ever looked up for it again.
 *
 * @param member the member
 * @param closingRate the price of its currency then
 * @param differenceMinor the translation difference with the rounding, in minor units of the group, debit positive
 * @param cells how many cells were rounded
 * @param balances equity by account of the group, the result of the period with retained earnings
 */
public record FrozenMember(
        MemberId member, Rational closingRate, long differenceMinor, int cells, ImmutableList<Balance> balances) {
    /**
     * Equity on an account of the group, debit positive.
     *
     * @param account the account of the group
     * @param localMinor in minor units of the member's currency
     * @param groupMinor in minor units of the group's currency
     */
    public record Balance(AccountId account, long localMinor, long groupMinor) {}
}
