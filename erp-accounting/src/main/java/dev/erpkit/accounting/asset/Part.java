package dev.erpkit.accounting.asset;

/**
 * An exact amount before rounding: a base times a fraction.
 *
 * @param base minor units
 * @param numerator of the fraction
 * @param denominator of the fraction, above zero
 */
public record Part(long base, long numerator, long denominator) {
    /** All of an amount. */
    public static Part all(long minor) {
        return new Part(minor, 1, 1);
    }
}
