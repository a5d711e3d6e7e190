package dev.erpkit.crm.sales.price;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;

/**
 * How figures of an offer are rounded; kept with the document that it decided.
 *
 * @param line the net of a line, once
 * @param order the net of the order after its discounts, once
 * @param tax the tax, once for each rate
 */
public record PricingPolicy(RoundingPolicy line, RoundingPolicy order, RoundingPolicy tax) {
    /** The same rule for all, to the minor unit of the currency. */
    public static PricingPolicy of(RoundingRule rule) {
        RoundingPolicy rounding = RoundingPolicy.toCurrency(rule);
        return new PricingPolicy(rounding, rounding, rounding);
    }

    /** A canonical text: the names of the roundings. */
    public String text() {
        return line.name() + " " + order.name() + " " + tax.name();
    }
}
