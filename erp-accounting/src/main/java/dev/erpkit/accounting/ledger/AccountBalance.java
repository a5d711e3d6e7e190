package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import javax.money.CurrencyUnit;

/**
 * The balance and turnover of an account in one transaction currency. An account with lines in several currencies has one of
 * these for each; their {@link #base} parts add up to the account's balance in base currency.
 *
 * @param account the account
 * @param amount in the currency of the transactions
 * @param base in the base currency of the book
 */
public record AccountBalance(AccountId account, Turnover amount, Turnover base) {
    /** The currency of the transactions. */
    public CurrencyUnit currency() {
        return amount.currency();
    }

    boolean sameRow(AccountBalance other) {
        return account.equals(other.account) && currency().equals(other.currency());
    }

    AccountBalance plus(AccountBalance other) {
        return new AccountBalance(account, amount.plus(other.amount), base.plus(other.base));
    }

    boolean isZero() {
        return amount.isZero() && base.isZero();
    }
}
