package dev.erpkit.inventory.assembly;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;

/**
 * What goes into something, in the stock unit of the item.
 *
 * @param item the item
 * @param quantity how much for one batch of the bill, above zero
 * @param fixed whether it takes that much once for an order, however much is ordered, such as one manual
 * @param scrap which part of it is lost on the way, from 0 to below 1
 */
public record Component(String item, Rational quantity, boolean fixed, Rational scrap) {
    /** Checks the quantity ({@code assembly.quantity}) and the scrap ({@code assembly.scrap}). */
    public Component {
        if (quantity.signum() <= 0) {
            throw new InvalidValueException("Component", "quantity", "assembly.quantity", "must be above zero");
        }
        if (scrap.signum() < 0 || scrap.compareTo(Rational.ONE) >= 0) {
            throw new InvalidValueException("Component", "scrap", "assembly.scrap", "must be from 0 to below 1");
        }
    }

    /** So much of an item, without scrap. */
    public static Component of(String item, String quantity) {
        return new Component(item, Rational.parse(quantity), false, Rational.ZERO);
    }

    /** The same, once for an order. */
    public Component once() {
        return new Component(item, quantity, true, scrap);
    }

    /** The same with a part that is lost. */
    public Component losing(String part) {
        return new Component(item, quantity, fixed, Rational.parse(part));
    }

    /** How much so many batches take, scrap included. */
    Rational gross(Rational batches, ScrapRule rule) {
        Rational net = fixed ? quantity : quantity.multiply(batches);
        return switch (rule) {
            case ADDED -> net.multiply(Rational.ONE.add(scrap));
            case YIELD -> net.divide(Rational.ONE.subtract(scrap));
        };
    }
}
