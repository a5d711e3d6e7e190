package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import javax.money.CurrencyUnit;

/**
 * How a forecast is made.
 *
 * @param base the currency of its figures
 * @param rateType which kind of rate converts
 * @param rateDay at the rate of which day
 * @param rounding how each converted deal and each weighted one is rounded, before anything is summed
 */
public record ForecastPolicy(CurrencyUnit base, RateType rateType, RateDay rateDay, RoundingPolicy rounding) {
    /** At the spot rate of the forecast day, each deal rounded half up to the minor unit. */
    public static ForecastPolicy in(CurrencyUnit base) {
        return new ForecastPolicy(base, RateType.SPOT, RateDay.AS_OF, RoundingPolicy.toCurrency(RoundingRule.HALF_UP));
    }
}
