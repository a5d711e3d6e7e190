package dev.erpkit.crm.pipeline;

import dev.erpkit.core.money.ExchangeRate;
import java.util.Optional;

/**
 * A deal in the currency of the forecast.
 *
 * @param of the deal
 * @param rate the rate that converted it, with its date; nothing for a deal in that currency already, or worth nothing
 * @param minor its worth in minor units
 * @param weightedMinor its worth times its probability, in minor units
 */
public record PricedDeal(Expectation of, Optional<ExchangeRate> rate, long minor, long weightedMinor) {}
