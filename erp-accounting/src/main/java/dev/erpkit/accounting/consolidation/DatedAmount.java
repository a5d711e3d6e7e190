package dev.erpkit.accounting.consolidation;

import dev.erpkit.accounting.chart.AccountId;
import java.time.LocalDate;

/**
 * What an account of a member has from one day or month, in minor units of the member's currency.
 *
 * @param account the member's account
 * @param day when it came to be: picks the historical rate of equity, the month of income and expense; what assets and
 *     liabilities have is of the last day of the period
 * @param minor the amount, debit positive
 */
public record DatedAmount(AccountId account, LocalDate day, long minor) {
    /** An amount on the account of this code. */
    public static DatedAmount of(String account, LocalDate day, long minor) {
        return new DatedAmount(AccountId.of(account), day, minor);
    }
}
