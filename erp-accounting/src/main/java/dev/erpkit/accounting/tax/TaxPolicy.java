package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;
import dev.erpkit.core.value.InvalidValueException;

/**
 * The choices that decide the tax of a document. Its {@link #name} is frozen into every document that it decided.
 *
 * @param granularity how often tax is rounded
 * @param rounding unit and direction of that rounding, and of deductible shares
 * @param priceRounding what of the prices is rounded
 * @param prices unit and direction of the rounding of prices
 * @param remainder who gets the units that are left when a rounded total is shared out
 */
public record TaxPolicy(
        TaxGranularity granularity,
        RoundingPolicy rounding,
        PriceRounding priceRounding,
        RoundingPolicy prices,
        RemainderRule remainder) {
    /**
     * By line or once, with a direction, to the minor unit of the currency: prices half up, each before its tax under
     * {@code LINE} and {@code RATE}, else their sum once; the largest remainder.
     */
    public static TaxPolicy of(TaxGranularity granularity, RoundingRule direction) {
        boolean each = granularity == TaxGranularity.LINE || granularity == TaxGranularity.RATE;
        return new TaxPolicy(
                granularity,
                RoundingPolicy.toCurrency(direction),
                each ? PriceRounding.EACH_PRICE : PriceRounding.ALL_PRICES,
                RoundingPolicy.toCurrency(RoundingRule.HALF_UP),
                RemainderRule.LARGEST_REMAINDER);
    }

    /** The same policy with another unit or direction of tax. */
    public TaxPolicy rounding(RoundingPolicy other) {
        return new TaxPolicy(granularity, other, priceRounding, prices, remainder);
    }

    /** The same policy where prices are rounded so. */
    public TaxPolicy prices(PriceRounding what, RoundingPolicy how) {
        return new TaxPolicy(granularity, rounding, what, how, remainder);
    }

    /** The same policy with another remainder rule. */
    public TaxPolicy remainder(RemainderRule other) {
        return new TaxPolicy(granularity, rounding, priceRounding, prices, other);
    }

    /** The choices as one stable text: {@code rate/truncate:currency/line-prices/half-up:currency/largest-remainder}. */
    public String name() {
        return String.join(
                "/", granularity.text(), rounding.name(), priceRounding.text(), prices.name(), remainder.text());
    }

    /**
     * The policy with this name.
     *
     * @throws InvalidValueException {@code tax.unknown-policy}, or as the parts of the name
     */
    public static TaxPolicy parse(String name) {
        String[] parts = name.split("/", -1);
        if (parts.length != 5) {
            throw new InvalidValueException(
                    "TaxPolicy", "name", "tax.unknown-policy", "is not the name of a tax policy: " + name);
        }
        return new TaxPolicy(
                TaxGranularity.parse(parts[0]),
                RoundingPolicy.parse(parts[1]),
                PriceRounding.parse(parts[2]),
                RoundingPolicy.parse(parts[3]),
                RemainderRule.parse(parts[4]));
    }

    /** The name. */
    @Override
    public String toString() {
        return name();
    }
}
