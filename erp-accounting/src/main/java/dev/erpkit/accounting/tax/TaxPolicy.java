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
 * @param prices how prices of lines are rounded
 * @param pricesPerLine whether each price is rounded first and taxed as rounded; else taxed as it is, and the sum of all
 *     prices is rounded once
 * @param remainder who gets the units that are left when a rounded total is shared out
 */
public record TaxPolicy(
        TaxGranularity granularity,
        RoundingPolicy rounding,
        RoundingPolicy prices,
        boolean pricesPerLine,
        RemainderRule remainder) {
    private static final String PER_LINE = "line-prices-";
    private static final String PER_DOCUMENT = "document-prices-";

    /**
     * By line or once, with a direction, to the minor unit of the currency: prices half up, each line's before its tax
     * under {@code LINE} and {@code RATE}, their sum once under {@code TAX}; the largest remainder.
     */
    public static TaxPolicy of(TaxGranularity granularity, RoundingRule direction) {
        return new TaxPolicy(
                granularity,
                RoundingPolicy.toCurrency(direction),
                RoundingPolicy.toCurrency(RoundingRule.HALF_UP),
                granularity != TaxGranularity.TAX,
                RemainderRule.LARGEST_REMAINDER);
    }

    /** The same policy with another unit or direction of tax. */
    public TaxPolicy rounding(RoundingPolicy other) {
        return new TaxPolicy(granularity, other, prices, pricesPerLine, remainder);
    }

    /** The same policy where the price of each line is rounded so and taxed as rounded. */
    public TaxPolicy pricesPerLine(RoundingPolicy other) {
        return new TaxPolicy(granularity, rounding, other, true, remainder);
    }

    /** The same policy where prices are taxed as they are and their sum is rounded so. */
    public TaxPolicy pricesPerDocument(RoundingPolicy other) {
        return new TaxPolicy(granularity, rounding, other, false, remainder);
    }

    /** The same policy with another remainder rule. */
    public TaxPolicy remainder(RemainderRule other) {
        return new TaxPolicy(granularity, rounding, prices, pricesPerLine, other);
    }

    /** The choices as one stable text: {@code rate/truncate:currency/line-prices-half-up:currency/largest-remainder}. */
    public String name() {
        return String.join(
                "/",
                granularity.text(),
                rounding.name(),
                (pricesPerLine ? PER_LINE : PER_DOCUMENT) + prices.name(),
                remainder.text());
    }

    /**
     * The policy with this name.
     *
     * @throws InvalidValueException {@code tax.unknown-policy}, or as the parts of the name
     */
    public static TaxPolicy parse(String name) {
        String[] parts = name.split("/", -1);
        boolean perLine = parts.length == 4 && parts[2].startsWith(PER_LINE);
        if (!perLine && !(parts.length == 4 && parts[2].startsWith(PER_DOCUMENT))) {
            throw new InvalidValueException(
                    "TaxPolicy", "name", "tax.unknown-policy", "is not the name of a tax policy: " + name);
        }
        return new TaxPolicy(
                TaxGranularity.parse(parts[0]),
                RoundingPolicy.parse(parts[1]),
                RoundingPolicy.parse(parts[2].substring(perLine ? PER_LINE.length() : PER_DOCUMENT.length())),
                perLine,
                RemainderRule.parse(parts[3]));
    }

    /** The name. */
    @Override
    public String toString() {
        return name();
    }
}
