package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.ExchangeRate;
import dev.erpkit.core.quantity.Rational;
import java.util.Optional;

/**
 * What one minor unit of a deal is in minor units of the forecast.
 *
 * @param known whether there is such a price; without one the factor is 0
 * @param rate the rate that it comes from; none where both have one currency
 * @param factor the price
 * @param unchanged whether that is 1, so that nothing is to be rounded
 */
record DealPrice(boolean known, Optional<ExchangeRate> rate, Rational factor, boolean unchanged) {
    /** Of what has the currency of the forecast already. */
    static final DealPrice OWN = new DealPrice(true, Optional.empty(), Rational.ONE);

    /** Of what there is no rate for. */
    static final DealPrice UNKNOWN = new DealPrice(false, Optional.empty(), Rational.ZERO);

    DealPrice(boolean known, Optional<ExchangeRate> rate, Rational factor) {
        this(known, rate, factor, factor.equals(Rational.ONE));
    }

    static DealPrice of(ExchangeRate rate, Rational factor) {
        return new DealPrice(true, Optional.of(rate), factor);
    }
}
