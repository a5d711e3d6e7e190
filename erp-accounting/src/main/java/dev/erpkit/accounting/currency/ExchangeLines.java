package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.core.outcome.Refusal;
import dev.erpkit.core.outcome.RefusalCode;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Completes lines in several currencies to lines that balance in each of them and in base currency, so that a gain or a
 * loss is what the amounts say and never a plug.
 *
 * <p>Worked: 100 USD carried at 5,000 leave the bank and 4,500 arrive. The trading account takes +100 USD at +5,000 and
 * -4,500 base, the loss account takes 500, and the trading account's base returns to zero by -500.
 */
public final class ExchangeLines {
    /** An entry in several currencies needs a trading account and none is named. */
    public static final RefusalCode NO_TRADING_ACCOUNT = RefusalCode.of("currency.no-trading-account");

    private ExchangeLines() {}

    /**
     * The lines followed by those that balance them: one trading line for each currency that does not balance, in the
     * order in which the currencies appear, then the difference in base.
     *
     * @param base the base currency
     * @return the lines, or {@code currency.no-trading-account}
     */
    public static Outcome<ImmutableList<JournalLine>> complete(
            ImmutableList<JournalLine> lines, CurrencyUnit base, ExchangeAccounts accounts) {
        MutableList<JournalLine> all = lines.toList();
        long rest = 0;
        long traded = 0;
        for (CurrencyUnit currency :
                lines.collect(line -> line.amount().getCurrency()).distinct()) {
            long amount = 0;
            long inBase = 0;
            for (JournalLine line : lines.select(l -> l.amount().getCurrency().equals(currency))) {
                amount = Math.addExact(amount, line.amountMinor());
                inBase = Math.addExact(inBase, line.baseMinor());
            }
            rest = Math.subtractExact(rest, inBase);
            if (amount != 0) {
                if (accounts.trading().isEmpty()) {
                    return Outcome.refused(noTradingAccount(currency));
                }
                traded = Math.subtractExact(traded, inBase);
                all.add(line(
                        accounts.trading().get(),
                        Math.negateExact(amount),
                        currency,
                        Math.negateExact(inBase),
                        base,
                        accounts));
            }
        }
        if (traded != 0) {
            all.add(line(accounts.trading().orElseThrow(), 0, base, Math.negateExact(traded), base, accounts));
        }
        if (rest != 0) {
            all.add(line(accounts.taking(rest), 0, base, rest, base, accounts));
        }
        return Outcome.accepted(all.toImmutable());
    }

    /** A line that may change only one of its two amounts, and then says so. */
    public static JournalLine line(
            AccountId account,
            Optional<PartyId> party,
            Dimensions dimensions,
            long amountMinor,
            CurrencyUnit currency,
            long baseMinor,
            CurrencyUnit base) {
        boolean differs = Long.signum(amountMinor) != Long.signum(baseMinor)
                || (currency.equals(base) && amountMinor != baseMinor);
        return JournalLine.builder()
                .account(account)
                .party(party)
                .dimensions(dimensions)
                .amount(Amounts.ofMinor(amountMinor, currency))
                .base(Amounts.ofMinor(baseMinor, base))
                .adjustment(differs)
                .build();
    }

    private static JournalLine line(
            AccountId account,
            long amountMinor,
            CurrencyUnit currency,
            long baseMinor,
            CurrencyUnit base,
            ExchangeAccounts accounts) {
        return line(account, Optional.empty(), accounts.dimensions(), amountMinor, currency, baseMinor, base);
    }

    private static Refusal noTradingAccount(CurrencyUnit currency) {
        return Refusal.of(
                        NO_TRADING_ACCOUNT,
                        "The lines do not balance in " + currency.getCurrencyCode()
                                + " by themselves; name a trading account in the policy")
                .with("currency", currency.getCurrencyCode());
    }
}
