package dev.erpkit.crm.pipeline;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import javax.money.MonetaryAmount;

/**
 * What a seller is to win in a period.
 *
 * @param seller who
 * @param period when
 * @param amount how much, above zero
 */
public record Quota(SellerId seller, DateRange period, MonetaryAmount amount) {
    /** Checks the amount: {@code quota.amount}. */
    public Quota {
        amount = Amounts.normalise(amount);
        if (!amount.isPositive()) {
            throw new InvalidValueException("Quota", "amount", "quota.amount", "must be above zero");
        }
    }

    /** What the seller has won in the period, in the currency of a forecast; only deals that could be priced count. */
    public MonetaryAmount won(Forecast forecast) {
        return forecast.select(deal -> deal.seller().equals(seller) && period.contains(deal.day()))
                .worth(StageKind.WON);
    }

    /**
     * The share of the quota that was won, exact.
     *
     * @throws InvalidValueException {@code quota.currency} for an amount in another currency
     */
    public Rational attainment(MonetaryAmount won) {
        if (!Amounts.normalise(won).getCurrency().equals(amount.getCurrency())) {
            throw new InvalidValueException("Quota", "won", "quota.currency", "must be in the currency of the quota");
        }
        return Rational.of(Amounts.decimal(won)).divide(Rational.of(Amounts.decimal(amount)));
    }
}
