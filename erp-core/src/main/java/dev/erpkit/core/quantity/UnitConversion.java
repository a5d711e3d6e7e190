package dev.erpkit.core.quantity;

import dev.erpkit.core.value.InvalidValueException;

/**
 * How many of one unit make another of the same dimension, exact: converting there and back gives the same quantity.
 *
 * @param from the unit that is converted
 * @param to the unit that comes out
 * @param factor how many of {@code to} one of {@code from} is, above zero
 */
public record UnitConversion(UnitOfMeasure from, UnitOfMeasure to, Rational factor) {
    /** Checks the dimensions and the factor. */
    public UnitConversion {
        if (!from.dimension().equals(to.dimension())) {
            throw new InvalidValueException(
                    "UnitConversion",
                    "to",
                    "conversion.dimension-mismatch",
                    to + " measures " + to.dimension() + ", " + from + " measures " + from.dimension());
        }
        if (factor.signum() <= 0) {
            throw new InvalidValueException(
                    "UnitConversion", "factor", "conversion.factor-not-positive", "must be above zero: " + factor);
        }
        if (from.equals(to) && !factor.equals(Rational.ONE)) {
            throw new InvalidValueException(
                    "UnitConversion", "factor", "conversion.same-unit", "must be 1 from a unit to itself: " + factor);
        }
    }

    /** So many of {@code to} make one of {@code from}: {@code of(BOX, PIECE, "12")}. */
    public static UnitConversion of(UnitOfMeasure from, UnitOfMeasure to, String factor) {
        return new UnitConversion(from, to, Rational.parse(factor));
    }

    /**
     * The same amount of goods in the other unit.
     *
     * @throws InvalidValueException {@code quantity.unit-mismatch} when the quantity is not in {@code from}
     */
    public Quantity convert(Quantity quantity) {
        if (!quantity.unit().equals(from)) {
            throw new InvalidValueException(
                    "Quantity",
                    "unit",
                    "quantity.unit-mismatch",
                    "is " + quantity.unit() + " where " + from + " is needed");
        }
        return new Quantity(quantity.number().multiply(factor), to);
    }

    /** The way back. */
    public UnitConversion inverse() {
        return new UnitConversion(to, from, factor.reciprocal());
    }

    /**
     * This conversion and then another.
     *
     * @throws InvalidValueException {@code quantity.unit-mismatch} when the next does not begin where this one ends
     */
    public UnitConversion then(UnitConversion next) {
        if (!next.from.equals(to)) {
            throw new InvalidValueException(
                    "UnitConversion",
                    "from",
                    "quantity.unit-mismatch",
                    "is " + next.from + " where " + to + " is needed");
        }
        return new UnitConversion(from, next.to, factor.multiply(next.factor));
    }
}
