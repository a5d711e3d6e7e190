package dev.erpkit.accounting.openitem;

/**
 * What is open of an item.
 *
 * @param amountMinor in minor units of the item's currency, with the sign of the item, or 0
 * @param baseMinor in minor units of the base currency, at the item's own historical rate
 */
public record Residual(long amountMinor, long baseMinor) {
    /** Nothing is open. */
    public static final Residual NONE = new Residual(0, 0);

    /** Tells whether anything is open. */
    public boolean open() {
        return amountMinor != 0 || baseMinor != 0;
    }

    Residual minus(long amount, long base) {
        return new Residual(Math.subtractExact(amountMinor, amount), Math.subtractExact(baseMinor, base));
    }
}
