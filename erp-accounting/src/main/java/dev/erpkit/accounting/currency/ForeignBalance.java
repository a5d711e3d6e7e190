package dev.erpkit.accounting.currency;

import dev.erpkit.accounting.chart.AccountId;
import dev.erpkit.core.party.PartyId;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Comparator;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

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
 * @param shares how amount and base lie on sets of analytic coordinates, in the order of these; they add up to the balance
 */
public record ForeignBalance(
        AccountId account,
        Optional<PartyId> party,
        boolean itemised,
        CurrencyUnit currency,
        long amountMinor,
        long baseMinor,
        long revaluedMinor,
        ImmutableList<Share> shares)
        implements Comparable<ForeignBalance> {
    private static final Comparator<ForeignBalance> ORDER = Comparator.comparing(ForeignBalance::account)
            .thenComparing(balance -> balance.party().map(PartyId::value).orElse(""))
            .thenComparing(balance -> balance.currency().getCurrencyCode());

    /** Checks that there are shares and that they add up: {@code balance.shares}. */
    public ForeignBalance {
        if (shares.isEmpty()
                || shares.sumOfLong(Share::amountMinor) != amountMinor
                || shares.sumOfLong(Share::baseMinor) != baseMinor) {
            throw new InvalidValueException(
                    "ForeignBalance", "shares", "balance.shares", "must be at least one and add up to the balance");
        }
    }

    /**
     * What of a balance lies on one set of coordinates.
     *
     * @param dimensions the coordinates
     * @param amountMinor the foreign balance, minor units, debit positive
     * @param baseMinor the base balance that goes with it, revaluations included
     */
    public record Share(Dimensions dimensions, long amountMinor, long baseMinor) {}

    /** A balance without party and coordinates that was never revalued. */
    public static ForeignBalance of(String account, CurrencyUnit currency, long amountMinor, long baseMinor) {
        Share all = new Share(Dimensions.none(), amountMinor, baseMinor);
        return new ForeignBalance(
                AccountId.of(account),
                Optional.empty(),
                false,
                currency,
                amountMinor,
                baseMinor,
                0,
                Lists.immutable.of(all));
    }

    /** By account, party and currency. */
    @Override
    public int compareTo(ForeignBalance other) {
        return ORDER.compare(this, other);
    }
}
