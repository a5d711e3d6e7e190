package dev.erpkit.accounting.posting;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.accounting.journal.JournalEntry;
import dev.erpkit.accounting.journal.JournalLine;
import dev.erpkit.core.money.Amounts;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Makes an entry in several currencies balance in each of them: what is missing in a currency goes through a trading
 * account, whose balance is the open position of the business in that currency. 100 USD bought for 15,000 JPY gives the
 * lines -100 USD (-15,000 JPY) and +15,000 JPY on the trading account.
 */
public final class TradingAccounts {
    private TradingAccounts() {}

    /**
     * The entry with the trading lines it lacks, currencies in the order of their codes; base amounts are exact. Only an
     * entry whose base amounts sum to zero gets any: a difference in base is not hidden on the trading account, posting
     * refuses it.
     */
    public static JournalEntry balance(JournalEntry entry, AccountId trading) {
        long difference = 0;
        for (JournalLine line : entry.lines()) {
            difference = Math.addExact(difference, line.baseMinor());
        }
        if (difference != 0) {
            return entry;
        }
        ImmutableList<CurrencyUnit> currencies = entry.lines()
                .collect(line -> line.currency())
                .distinct()
                .toSortedListBy(CurrencyUnit::getCurrencyCode)
                .toImmutable();
        MutableList<JournalLine> lines = Lists.mutable.withAll(entry.lines());
        for (CurrencyUnit currency : currencies) {
            long amount = 0;
            long base = 0;
            for (JournalLine line : entry.lines()) {
                if (line.currency().equals(currency)) {
                    amount = Math.addExact(amount, line.amountMinor());
                    base = Math.addExact(base, line.baseMinor());
                }
            }
            if (amount != 0) {
                CurrencyUnit baseCurrency = entry.lines().get(0).base().getCurrency();
                lines.add(JournalLine.builder()
                        .account(trading)
                        .amount(Amounts.ofMinor(Math.negateExact(amount), currency))
                        .base(Amounts.ofMinor(Math.negateExact(base), baseCurrency))
                        .adjustment(Long.signum(amount) != Long.signum(base))
                        .build());
            }
        }
        return JournalEntry.builder().from(entry).lines(lines.toImmutable()).build();
    }
}
