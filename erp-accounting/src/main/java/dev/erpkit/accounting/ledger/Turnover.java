package dev.erpkit.accounting.ledger;

import dev.erpkit.core.money.Amounts;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * What happened to a balance in a period, in one currency. {@code closing = opening + debit - credit}, exactly.
 *
 * @param currency the currency
 * @param openingMinor the balance before the period in minor units, debit positive
 * @param debitMinor the sum of the debits in the period, not negative
 * @param creditMinor the sum of the credits in the period, not negative
 */
public record Turnover(CurrencyUnit currency, long openingMinor, long debitMinor, long creditMinor) {
    /** The net change in the period in minor units, debit positive. */
    public long movementMinor() {
        return debitMinor - creditMinor;
    }

    /** The balance at the end of the period in minor units, debit positive. */
    public long closingMinor() {
        return openingMinor + movementMinor();
    }

    /** The balance before the period, debit positive. */
    public MonetaryAmount opening() {
        return Amounts.ofMinor(openingMinor, currency);
    }

    /** The sum of the debits. */
    public MonetaryAmount debit() {
        return Amounts.ofMinor(debitMinor, currency);
    }

    /** The sum of the credits, not negative. */
    public MonetaryAmount credit() {
        return Amounts.ofMinor(creditMinor, currency);
    }

    /** The net change, debit positive. */
    public MonetaryAmount movement() {
        return Amounts.ofMinor(movementMinor(), currency);
    }

    /** The balance at the end of the period, debit positive. */
    public MonetaryAmount closing() {
        return Amounts.ofMinor(closingMinor(), currency);
    }

    boolean isZero() {
        return openingMinor == 0 && debitMinor == 0 && creditMinor == 0;
    }

    Turnover plus(Turnover other) {
        return checked(
                currency,
                Sums.exact(openingMinor, other.openingMinor),
                Sums.exact(debitMinor, other.debitMinor),
                Sums.exact(creditMinor, other.creditMinor));
    }

    /** Reads one of the two currencies out of the sums of a group. */
    static Turnover of(CurrencyUnit currency, long[] sums, int at, int net, int debit) {
        long opening = sums[at + Sums.OPENING + net];
        long debits = sums[at + Sums.CLOSING + debit] - sums[at + Sums.OPENING + debit];
        long credits = debits - (sums[at + Sums.CLOSING + net] - opening);
        return new Turnover(currency, opening, debits, credits);
    }

    private static Turnover checked(CurrencyUnit currency, long opening, long debit, long credit) {
        Sums.exact(opening, debit - credit);
        return new Turnover(currency, opening, debit, credit);
    }
}
