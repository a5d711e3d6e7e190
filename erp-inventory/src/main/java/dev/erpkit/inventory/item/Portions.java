package dev.erpkit.inventory.item;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Splits a quantity into portions of whole steps that sum to the whole exactly. */
public final class Portions {
    private Portions() {}

    /**
     * Splits a quantity by weights: each portion is a number of whole steps, steps that are left go to those that lost most,
     * and what is less than a step goes to the last portion with a weight.
     *
     * @param step the least that can be handled, above zero: {@code item.portion-step}
     * @throws InvalidValueException also {@code allocation.no-weight} and {@code allocation.negative-weight}
     */
    public static ImmutableList<Rational> split(Rational whole, ImmutableList<Rational> weights, BigDecimal step) {
        if (step.signum() <= 0) {
            throw new InvalidValueException("Portions", "step", "item.portion-step", "must be above zero");
        }
        Rational unit = Rational.of(step);
        Rational exact = whole.divide(unit);
        BigInteger steps = exact.numerator().divide(exact.denominator());
        BigInteger[] parts = Allocator.allocate(steps, weights, RemainderRule.LARGEST_REMAINDER);
        Rational rest = whole.subtract(Rational.of(steps, BigInteger.ONE).multiply(unit));
        int last = weights.size() - 1 - weights.toReversed().detectIndex(weight -> !weight.isZero());
        MutableList<Rational> portions = Lists.mutable.empty();
        for (int i = 0; i < parts.length; i++) {
            Rational portion = Rational.of(parts[i], BigInteger.ONE).multiply(unit);
            portions.add(i == last ? portion.add(rest) : portion);
        }
        return portions.toImmutable();
    }
}
