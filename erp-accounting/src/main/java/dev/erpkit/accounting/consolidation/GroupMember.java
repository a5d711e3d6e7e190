package dev.erpkit.accounting.consolidation;

import dev.erpkit.core.money.Amounts;
import javax.money.CurrencyUnit;

/**
 * A company of a group.
 *
 * @param id its name among the members
 * @param currency the base currency of its books
 * @param method how it enters; of no meaning for the parent
 */
public record GroupMember(MemberId id, CurrencyUnit currency, ConsolidationMethod method) {
    /** A company that enters in full. */
    public static GroupMember of(String id, String currency) {
        return new GroupMember(MemberId.of(id), Amounts.currency(currency), ConsolidationMethod.FULL);
    }

    /** The same company by another method. */
    public GroupMember by(ConsolidationMethod other) {
        return new GroupMember(id, currency, other);
    }
}
