package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.party.PartyId;
import java.util.Comparator;
import java.util.Optional;
import javax.money.CurrencyUnit;

/**
 * What one account holds in one foreign currency.
 *
 * @param account the account
 * @param party of control accounts, the party
 * @param itemised whether open items stand behind it, whose matches realise the differences
 * @param currency the foreign currency
 * @param amountMinor the foreign balance, minor units, debit positive
 * @param baseMinor the base balance that goes with it, revaluations included, minor units of the base currency
 * @param revaluedMinor the part of the base balance that revaluations have told
 */
public record ForeignBalance(
        AccountId account,
        Optional<PartyId> party,
        boolean itemised,
        CurrencyUnit currency,
        long amountMinor,
        long baseMinor,
        long revaluedMinor)
        implements Comparable<ForeignBalance> {
    private static final Comparator<ForeignBalance> ORDER = Comparator.comparing(ForeignBalance::account)
            .thenComparing(balance -> balance.party().map(PartyId::value).orElse(""))
            .thenComparing(balance -> balance.currency().getCurrencyCode());

    /** A balance without party that was never revalued. */
    public static ForeignBalance of(String account, CurrencyUnit currency, long amountMinor, long baseMinor) {
        return new ForeignBalance(AccountId.of(account), Optional.empty(), false, currency, amountMinor, baseMinor, 0);
    }

    /** By account, party and currency. */
    @Override
    public int compareTo(ForeignBalance other) {
        return ORDER.compare(this, other);
    }

    ForeignBalance plus(long amount, long base, long revalued) {
        return new ForeignBalance(
                account,
                party,
                itemised,
                currency,
                Math.addExact(amountMinor, amount),
                Math.addExact(baseMinor, base),
                Math.addExact(revaluedMinor, revalued));
    }
}
