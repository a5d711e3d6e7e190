package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.posting.Dimensions;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * Moves foreign money to an account of the base currency. It leaves at the rate it is carried at, so what arrives more or
 * less is a gain or a loss.
 *
 * <p>Worked: 100 USD carried at 5,000 leave and 4,500 arrive, a loss of 500.
 */
public final class ForeignTransfer {
    /** More leaves an account than it holds, so that there is no rate at which it is carried. */
    public static final RefusalCode EXCEEDS_BALANCE = RefusalCode.of("currency.exceeds-balance");

    private ForeignTransfer() {}

    /**
     * The lines of a transfer, balanced in each currency and in base.
     *
     * @param from what the account that gives holds
     * @param given what leaves it, above zero, in its currency
     * @param to the account that receives
     * @param received what arrives, in base currency
     * @param rounding how the share of the carried base is rounded; what empties the account takes all of it
     * @return the lines, or {@code currency.exceeds-balance}, {@code currency.no-trading-account}
     */
    public static Outcome<ImmutableList<JournalLine>> lines(
            ForeignBalance from,
            MonetaryAmount given,
            AccountId to,
            MonetaryAmount received,
            ExchangeAccounts accounts,
            RoundingPolicy rounding) {
        CurrencyUnit base = received.getCurrency();
        long amount = Amounts.minor(given);
        if (amount <= 0 || amount > from.amountMinor() || !given.getCurrency().equals(from.currency())) {
            return Outcome.refused(Refusal.of(
                            EXCEEDS_BALANCE,
                            "Account " + from.account() + " holds "
                                    + Amounts.canonical(Amounts.ofMinor(from.amountMinor(), from.currency()))
                                    + " and cannot give "
                                    + Amounts.canonical(given) + "; transfer that much or less")
                    .with("account", from.account()));
        }
        long carried = amount == from.amountMinor()
                ? from.baseMinor()
                : rounding.share(from.baseMinor(), amount, from.amountMinor(), base);
        JournalLine arrives = ExchangeLines.line(
                to, Optional.empty(), Dimensions.none(), Amounts.minor(received), base, Amounts.minor(received), base);
        JournalLine leaves = ExchangeLines.line(
                from.account(),
                from.party(),
                Dimensions.none(),
                Math.negateExact(amount),
                from.currency(),
                Math.negateExact(carried),
                base);
        return ExchangeLines.complete(Lists.immutable.of(arrives, leaves), base, accounts);
    }
}
