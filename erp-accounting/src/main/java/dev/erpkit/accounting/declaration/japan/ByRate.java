package dev.erpkit.accounting.declaration.japan;

import dev.erpkit.core.value.InvalidValueException;

/**
 * Yen by rate, as the columns of the return.
 *
 * @param reduced at the reduced rate
 * @param standard at the standard rate
 */
public record ByRate(long reduced, long standard) {
    /** Nothing at either rate. */
    public static final ByRate NONE = new ByRate(0, 0);

    /** The amount at one rate. */
    public static ByRate of(ConsumptionRate rate, long yen) {
        return rate == ConsumptionRate.REDUCED ? new ByRate(yen, 0) : new ByRate(0, yen);
    }

    /** The yen at a rate. */
    public long at(ConsumptionRate rate) {
        return rate == ConsumptionRate.REDUCED ? reduced : standard;
    }

    /** Both together. */
    public long total() {
        return Math.addExact(reduced, standard);
    }

    /** The sum of each column. */
    public ByRate plus(ByRate other) {
        return new ByRate(Math.addExact(reduced, other.reduced), Math.addExact(standard, other.standard));
    }

    /** The difference of each column. */
    public ByRate minus(ByRate other) {
        return new ByRate(Math.subtractExact(reduced, other.reduced), Math.subtractExact(standard, other.standard));
    }

    /** What becomes of an amount at a rate. */
    @FunctionalInterface
    interface Step {
        long apply(ConsumptionRate rate, long yen);
    }

    ByRate map(Step step) {
        return new ByRate(step.apply(ConsumptionRate.REDUCED, reduced), step.apply(ConsumptionRate.STANDARD, standard));
    }

    void requireNotNegative(String type, String path) {
        if (reduced < 0 || standard < 0) {
            throw new InvalidValueException(type, path, "japan-return.negative", "must not be below zero at any rate");
        }
    }
}
