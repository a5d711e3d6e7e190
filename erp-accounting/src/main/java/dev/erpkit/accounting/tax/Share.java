package dev.erpkit.accounting.tax;

import dev.erpkit.core.quantity.Rational;

/**
 * What a tax, or the base of it, comes to: so much of the price and so many minor units for each unit of quantity.
 *
 * @param price the factor of the price
 * @param unit minor units for each unit
 */
record Share(Rational price, Rational unit) {
    static final Share NOTHING = new Share(Rational.ZERO, Rational.ZERO);

    Share plus(Share other) {
        return new Share(price.add(other.price), unit.add(other.unit));
    }

    Share minus(Share other) {
        return plus(other.times(Rational.of(-1)));
    }

    Share times(Rational factor) {
        return new Share(price.multiply(factor), unit.multiply(factor));
    }

    /** Minor units, unrounded, of a price in minor units and a quantity. */
    Rational of(Rational minor, Rational quantity) {
        Rational ofPrice = price.multiply(minor);
        return unit.isZero() ? ofPrice : ofPrice.add(unit.multiply(quantity));
    }
}
