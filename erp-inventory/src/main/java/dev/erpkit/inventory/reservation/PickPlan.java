package dev.erpkit.inventory.reservation;

import dev.erpkit.core.quantity.Rational;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What is taken for a need.
 *
 * @param picks what is taken from where, in the order of taking
 * @param open what no goods were found for
 */
public record PickPlan(ImmutableList<Pick> picks, Rational open) {
    /** What is taken in all. */
    public Rational picked() {
        return picks.injectInto(Rational.ZERO, (sum, pick) -> sum.add(pick.quantity()));
    }
}
