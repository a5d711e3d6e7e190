package dev.erpkit.accounting.journal;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.Amounts;
import javax.money.MonetaryAmount;

/**
 * States what the balance of an account must be, in one currency, at the end of the entry's effective date and including
 * the entry. An entry whose assertion fails is refused.
 *
 * @param account the account
 * @param balance the balance it must have, debit positive
 */
public record BalanceAssertion(AccountId account, MonetaryAmount balance) {
    /** Takes any host's kind of amount. */
    public BalanceAssertion {
        balance = Amounts.normalise(balance);
    }
}
