package dev.erpkit.core.quantity;

import dev.erpkit.core.value.InvalidValueException;

/**
 * So much of something, exact.
 *
 * @param number how many units, of any sign
 * @param unit the unit
 */
public record Quantity(Rational number, UnitOfMeasure unit) {
    /** A whole number of units. */
    public static Quantity of(long number, UnitOfMeasure unit) {
        return new Quantity(Rational.of(number), unit);
    }

    /** A number of units, such as {@code of("2.5", KILOGRAM)} or {@code of("1/3", PALLET)}. */
    public static Quantity of(String number, UnitOfMeasure unit) {
        return new Quantity(Rational.parse(number), unit);
    }

    /**
     * The sum.
     *
     * @throws InvalidValueException {@code quantity.unit-mismatch} when the units differ; convert one of them first
     */
    public Quantity add(Quantity other) {
        return new Quantity(number.add(sameUnit(other).number), unit);
    }

    /**
     * The difference.
     *
     * @throws InvalidValueException {@code quantity.unit-mismatch} when the units differ; convert one of them first
     */
    public Quantity subtract(Quantity other) {
        return new Quantity(number.subtract(sameUnit(other).number), unit);
    }

    /**
     * Tells which is more: negative, 0 or positive. Not {@link Comparable}, since units without a common measure have no
     * order.
     *
     * @throws InvalidValueException {@code quantity.unit-mismatch} when the units differ; convert one of them first
     */
    public int compareWith(Quantity other) {
        return number.compareTo(sameUnit(other).number);
    }

    /** The quantity taken so many times. */
    public Quantity times(Rational factor) {
        return new Quantity(number.multiply(factor), unit);
    }

    /** The quantity with the other sign. */
    public Quantity negate() {
        return new Quantity(number.negate(), unit);
    }

    /** Tells whether there is nothing of it. */
    public boolean isZero() {
        return number.isZero();
    }

    @Override
    public String toString() {
        return number + " " + unit;
    }

    private Quantity sameUnit(Quantity other) {
        if (!unit.equals(other.unit)) {
            throw new InvalidValueException(
                    "Quantity",
                    "unit",
                    "quantity.unit-mismatch",
                    "is " + other.unit + " where " + unit + " is needed; convert it first");
        }
        return other;
    }
}
