package dev.erpkit.accounting.dimension;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.posting.Dimensions;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Splits an amount over several coordinates: 60 % to project A and 40 % to project B. The parts sum to the amount exactly.
 *
 * @param shares the coordinates with their weights, in whatever unit; at least one
 * @param remainder who gets the units that are left
 */
public record Distribution(ImmutableList<Share> shares, RemainderRule remainder) {
    /**
     * One share.
     *
     * @param dimensions where it goes
     * @param weight not below zero
     */
    public record Share(Dimensions dimensions, BigDecimal weight) {}

    /**
     * One part.
     *
     * @param dimensions where it goes
     * @param minor minor units
     */
    public record Part(Dimensions dimensions, long minor) {}

    /** Checks the weights: {@code dimension.shares} unless one is above zero and none below. */
    public Distribution {
        if (shares.noneSatisfy(share -> share.weight().signum() > 0)
                || shares.anySatisfy(share -> share.weight().signum() < 0)) {
            throw new InvalidValueException(
                    "Distribution", "shares", "dimension.shares", "must have a weight above zero and none below");
        }
    }

    /** Shares by largest remainder. */
    public static Distribution of(Share... shares) {
        return new Distribution(Lists.immutable.with(shares), RemainderRule.LARGEST_REMAINDER);
    }

    /** The parts of minor units, in the order of the shares; those of a weight of zero are zero. */
    public ImmutableList<Part> split(long minor) {
        long[] parts = Allocator.allocate(minor, shares.collect(share -> Rational.of(share.weight())), remainder);
        MutableList<Part> split = Lists.mutable.empty();
        for (int i = 0; i < parts.length; i++) {
            split.add(new Part(shares.get(i).dimensions(), parts[i]));
        }
        return split.toImmutable();
    }

    /** The parts of an amount, in the order of the shares. */
    public ImmutableList<MonetaryAmount> split(MonetaryAmount amount) {
        return Allocator.allocate(amount, shares.collect(Share::weight), remainder);
    }
}
