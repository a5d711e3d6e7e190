package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.posting.Dimensions;
import java.util.Optional;

/**
 * Where exchange differences go.
 *
 * @param gain the account of gains
 * @param loss the account of losses
 * @param trading the account against which an entry in several currencies balances in each of them; its base balance stays
 *     zero
 * @param dimensions analytic coordinates of the lines on these accounts
 */
public record ExchangeAccounts(AccountId gain, AccountId loss, Optional<AccountId> trading, Dimensions dimensions) {
    /** Accounts of gains and losses, for entries that stay in one currency. */
    public static ExchangeAccounts of(String gain, String loss) {
        return new ExchangeAccounts(AccountId.of(gain), AccountId.of(loss), Optional.empty(), Dimensions.none());
    }

    /** The same accounts with a trading account. */
    public ExchangeAccounts trading(String account) {
        return new ExchangeAccounts(gain, loss, Optional.of(AccountId.of(account)), dimensions);
    }

    /** The same accounts with analytic coordinates. */
    public ExchangeAccounts in(Dimensions coordinates) {
        return new ExchangeAccounts(gain, loss, trading, coordinates);
    }

    /** The account that takes a base rest: a debit rest is a loss, a credit rest a gain. */
    AccountId taking(long restMinor) {
        return restMinor > 0 ? loss : gain;
    }
}
