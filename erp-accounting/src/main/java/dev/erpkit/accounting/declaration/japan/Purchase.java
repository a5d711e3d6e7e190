package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.value.InvalidValueException;

/**
 * Purchases of one kind in the period, net of what was given back.
 *
 * @param kind where they come from
 * @param rate the rate
 * @param use what they are needed for
 * @param sharePercent how much of their tax counts, 1 to 100; below 100 for transitional purchases only
 * @param grossYen what was paid, with tax; zero for imports
 * @param accumulatedYen what is added up, see {@link #accumulated}, {@link #accumulatedTransitional} and {@link #imported}
 */
public record Purchase(
        Kind kind, ConsumptionRate rate, PurchaseUse use, int sharePercent, long grossYen, long accumulatedYen) {
    /** Where purchases come from. */
    public enum Kind {
        /** Sellers who issue qualified invoices. */
        QUALIFIED,
        /** Other sellers, as far as the transitional rule lets a share count (2016 amending act, supplements 52 and 53). */
        TRANSITIONAL,
        /** The customs. */
        IMPORTED
    }

    /** Checks the share: {@code japan-return.share}. */
    public Purchase {
        if (sharePercent < 1 || sharePercent > 100) {
            throw new InvalidValueException(
                    "Purchase", "sharePercent", "japan-return.share", "must be 1 to 100 but is " + sharePercent);
        }
    }

    /** Purchases with qualified invoices, by what was paid with tax. */
    public static Purchase qualified(ConsumptionRate rate, PurchaseUse use, long grossYen) {
        return new Purchase(Kind.QUALIFIED, rate, use, 100, grossYen, 0);
    }

    /** Purchases from unregistered sellers of which a share counts, by what was paid. */
    public static Purchase transitional(ConsumptionRate rate, PurchaseUse use, int sharePercent, long grossYen) {
        return new Purchase(Kind.TRANSITIONAL, rate, use, sharePercent, grossYen, 0);
    }

    /**
     * Purchases with qualified invoices, for adding up (積上げ計算).
     *
     * @param taxYen the sum of the tax that each invoice shows, or that was booked for each purchase, local tax included
     */
    public static Purchase accumulated(ConsumptionRate rate, PurchaseUse use, long grossYen, long taxYen) {
        return new Purchase(Kind.QUALIFIED, rate, use, 100, grossYen, taxYen);
    }

    /**
     * Purchases from unregistered sellers, for adding up.
     *
     * @param nationalYen the sum of the national tax that counts of each purchase: its share of 7.8/110 or 6.24/108, rounded
     *     for each
     */
    public static Purchase accumulatedTransitional(
            ConsumptionRate rate, PurchaseUse use, int sharePercent, long grossYen, long nationalYen) {
        return new Purchase(Kind.TRANSITIONAL, rate, use, sharePercent, grossYen, nationalYen);
    }

    /** Imported goods, by the national tax paid at the customs. */
    public static Purchase imported(ConsumptionRate rate, PurchaseUse use, long nationalYen) {
        return new Purchase(Kind.IMPORTED, rate, use, 100, 0, nationalYen);
    }
}
