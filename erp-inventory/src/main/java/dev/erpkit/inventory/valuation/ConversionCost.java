package dev.erpkit.inventory.valuation;

/**
 * What it cost to make goods of others, beside these, in minor units, each zero or more. What is made takes it over, by the same
 * shares; the books are told each part in a role of its own.
 *
 * @param labour work
 * @param overhead what is put on for machines, rooms and the like
 * @param other anything else
 */
public record ConversionCost(long labour, long overhead, long other) {
    /** Nothing. */
    public static final ConversionCost NONE = new ConversionCost(0, 0, 0);

    /** Labour and overhead. */
    public static ConversionCost of(long labour, long overhead) {
        return new ConversionCost(labour, overhead, 0);
    }

    /**
     * All of it.
     *
     * @throws ArithmeticException when that is more than a long holds
     */
    public long total() {
        return Math.addExact(Math.addExact(labour, overhead), other);
    }

    boolean isNegative() {
        return labour < 0 || overhead < 0 || other < 0;
    }
}
