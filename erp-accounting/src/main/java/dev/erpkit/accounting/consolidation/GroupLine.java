package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import java.util.Optional;

/**
 * A line of a group entry.
 *
 * @param account an account of the group chart
 * @param member the member that it concerns
 * @param minor minor units of the group's currency, debit positive
 */
public record GroupLine(AccountId account, Optional<MemberId> member, long minor) {
    /** A line about the group as a whole. */
    public static GroupLine of(String account, long minor) {
        return new GroupLine(AccountId.of(account), Optional.empty(), minor);
    }

    static GroupLine of(AccountId account, MemberId member, long minor) {
        return new GroupLine(account, Optional.of(member), minor);
    }
}
