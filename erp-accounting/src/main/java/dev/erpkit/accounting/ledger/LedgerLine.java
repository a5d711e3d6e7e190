package dev.erpkit.accounting.ledger;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.posting.Dimensions;
import java.time.LocalDate;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * A line of the journal as balances see it. Texts, parties and documents stay in the journal: ask it for the entry at the
 * {@link #position} and take the line with this {@link #number}.
 *
 * @param position the position of the entry
 * @param number the place of the line in its entry, from 0
 * @param date the effective date
 * @param account the account
 * @param dimensions analytic coordinates
 * @param currency the currency of the transaction
 * @param baseCurrency the base currency of the book
 * @param amountMinor the amount in minor units, debit positive
 * @param baseMinor the base amount in minor units, debit positive
 * @param closing whether the line belongs to an entry that closes a year, or to one that reverses such an entry
 */
public record LedgerLine(
        long position,
        int number,
        LocalDate date,
        AccountId account,
        Dimensions dimensions,
        CurrencyUnit currency,
        CurrencyUnit baseCurrency,
        long amountMinor,
        long baseMinor,
        boolean closing) {
    /** The amount in the currency of the transaction, debit positive. */
    public MonetaryAmount amount() {
        return Amounts.ofMinor(amountMinor, currency);
    }

    /** The amount in base currency, debit positive. */
    public MonetaryAmount base() {
        return Amounts.ofMinor(baseMinor, baseCurrency);
    }
}
