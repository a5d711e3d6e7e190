package dev.erpkit.accounting.ledger;

import dev.erpkit.core.money.Amounts;
import javax.money.MonetaryAmount;

/**
 * A line of an account with the balances after it.
 *
 * @param line the line
 * @param balanceMinor the balance after the line in the line's currency, in minor units, debit positive
 * @param baseBalanceMinor the balance after the line in base currency, over all currencies of the account
 */
public record RegisterLine(LedgerLine line, long balanceMinor, long baseBalanceMinor) {
    /** The balance after the line in the line's currency, debit positive. */
    public MonetaryAmount balance() {
        return Amounts.ofMinor(balanceMinor, line.currency());
    }

    /** The balance after the line in base currency, debit positive. */
    public MonetaryAmount baseBalance() {
        return Amounts.ofMinor(baseBalanceMinor, line.baseCurrency());
    }
}
