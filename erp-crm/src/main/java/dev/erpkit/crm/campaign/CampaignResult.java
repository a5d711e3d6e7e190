package dev.erpkit.crm.campaign;

import dev.erpkit.core.money.Amounts;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What a campaign cost and brought. A share of nothing is absent, not zero.
 *
 * @param cost what it cost
 * @param revenue what it is credited with, in the same currency: see {@link Attribution}
 * @param sent how many were reached
 * @param responses how many of them responded
 */
public record CampaignResult(MonetaryAmount cost, MonetaryAmount revenue, long sent, long responses) {
    /** Checks currencies ({@code campaign.currency}) and counts ({@code campaign.counts}). */
    public CampaignResult {
        if (!cost.getCurrency().equals(revenue.getCurrency())) {
            throw new InvalidValueException(
                    "CampaignResult", "revenue", "campaign.currency", "must be in the currency of the cost");
        }
        if (sent < 0 || responses < 0 || responses > sent) {
            throw new InvalidValueException(
                    "CampaignResult", "responses", "campaign.counts", "must be between none and all that were sent");
        }
    }

    /** Which share responded. */
    public Optional<Rational> responseRate() {
        return sent == 0 ? Optional.empty() : Optional.of(Rational.of(responses, sent));
    }

    /** What remains for every unit of cost: (revenue - cost) / cost. */
    public Optional<Rational> returnOnCost() {
        Rational spent = Rational.of(Amounts.decimal(cost));
        return spent.isZero()
                ? Optional.empty()
                : Optional.of(
                        Rational.of(Amounts.decimal(revenue)).subtract(spent).divide(spent));
    }

    /** What a response cost, exactly; in units of the currency. */
    public Optional<Rational> costPerResponse() {
        return responses == 0
                ? Optional.empty()
                : Optional.of(Rational.of(Amounts.decimal(cost)).divide(Rational.of(responses)));
    }
}
