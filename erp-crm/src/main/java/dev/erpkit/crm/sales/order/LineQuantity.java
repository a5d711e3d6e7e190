package dev.erpkit.crm.sales.order;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * So much of a line, in the unit of the line.
 *
 * @param line the line, from 1
 * @param quantity how much
 */
public record LineQuantity(int line, Rational quantity) {
    /** So much of a line. */
    public static LineQuantity of(int line, String quantity) {
        return new LineQuantity(line, Rational.parse(quantity));
    }

    /** So much of one line alone. */
    public static ImmutableList<LineQuantity> list(int line, String quantity) {
        return Lists.immutable.of(of(line, quantity));
    }

    @Override
    public String toString() {
        return line + "x" + quantity;
    }
}
