package dev.erpkit.accounting.interchange;

import java.util.OptionalInt;

/**
 * A commodity that may be used, and how many decimals reports give it.
 *
 * @param commodity the symbol without quotes; may be empty
 * @param decimals the decimals of the sample amount, 0 to 99, where the directive has one
 */
public record CommodityDeclaration(String commodity, OptionalInt decimals) implements JournalItem {
    private static final int MOST_DECIMALS = 99;

    /** Checks symbol and bound. */
    public CommodityDeclaration {
        PlainText.commodity("CommodityDeclaration", commodity);
        if (decimals.orElse(0) < 0 || decimals.orElse(0) > MOST_DECIMALS) {
            throw PlainText.invalid("CommodityDeclaration", "decimals", "decimals.out-of-range", "must be 0 to 99");
        }
    }
}
