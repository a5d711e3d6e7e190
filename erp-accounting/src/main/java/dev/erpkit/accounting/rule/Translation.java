package dev.erpkit.accounting.rule;

import dev.erpkit.core.money.RateType;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.money.RoundingRule;

/**
 * How amounts of an event get their amounts in the base currency of a book: for each currency the total of each side is
 * translated and rounded once, and split over the lines of the side, so that an entry that balances in its own currency
 * balances in base currency too.
 *
 * @param type which rate; the latest on or before the effective date
 * @param rounding how the total is rounded
 * @param remainder which line takes what is left of the split
 */
public record Translation(RateType type, RoundingPolicy rounding, RemainderRule remainder) {
    /** The spot rate, half up to the minor unit, the rest to the line that is nearest to another unit. */
    public static Translation atSpot() {
        return new Translation(
                RateType.SPOT, RoundingPolicy.toCurrency(RoundingRule.HALF_UP), RemainderRule.LARGEST_REMAINDER);
    }
}
