package dev.erpkit.accounting.interchange;

/**
 * What the amount of a posting was exchanged for. A total is kept as a total: a unit price derived from it would not give
 * it back.
 *
 * @param total whether the amount is the price of the whole posting ({@code @@}), not of one unit ({@code @})
 * @param amount the price; the sign of a total follows the posting's amount
 */
public record PlainCost(boolean total, PlainAmount amount) {
    /** A price of one unit. */
    public static PlainCost unit(PlainAmount amount) {
        return new PlainCost(false, amount);
    }

    /** A price of the whole posting. */
    public static PlainCost total(PlainAmount amount) {
        return new PlainCost(true, amount);
    }
}
