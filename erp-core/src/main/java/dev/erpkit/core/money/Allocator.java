package dev.erpkit.core.money;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/**
 * Splits a total by weights so that the parts sum to the total exactly. Each part is its exact share cut down to whole
 * units; a {@link RemainderRule} says who gets the units that are left. The result depends on the proportions of the
 * weights only, and a negative total gives the negated parts of the positive one.
 *
 * <p>Worked: 100 by 1, 1, 1 is 34, 33, 33 under {@code largest-remainder} and {@code first}, 33, 33, 34 under
 * {@code last}. 15 by 15 and 85 is 2, 13 under {@code largest-remainder} and 3, 12 under {@code in-turn}.
 *
 * <p>Weights: at least one above zero ({@code allocation.no-weight}), none below ({@code allocation.negative-weight}).
 */
public final class Allocator {
    private Allocator() {}

    /**
     * Splits minor units, or whole units of anything else.
     *
     * @throws InvalidValueException {@code allocation.no-weight} or {@code allocation.negative-weight}
     */
    public static long[] allocate(long total, long[] weights, RemainderRule rule) {
        long sum = 0;
        long largest = 0;
        boolean small = total != Long.MIN_VALUE;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] < 0) {
                throw negativeWeight(i);
            }
            largest = Math.max(largest, weights[i]);
            sum += weights[i];
            small &= sum >= 0;
        }
        if (largest == 0) {
            throw noWeight();
        }
        long size = Math.abs(total);
        if (!small || Math.multiplyHigh(size, largest) != 0 || size * largest < 0) {
            return BigAllocation.allocate(total, big(weights), rule);
        }
        return allocateSmall(total, weights, sum, rule);
    }

    /**
     * Splits by weights of any size.
     *
     * @throws InvalidValueException {@code allocation.no-weight} or {@code allocation.negative-weight}
     */
    public static long[] allocate(long total, BigInteger[] weights, RemainderRule rule) {
        check(weights);
        long[] small = new long[weights.length];
        boolean fit = true;
        for (int i = 0; i < weights.length; i++) {
            fit &= weights[i].bitLength() < 64;
            small[i] = weights[i].longValue();
        }
        return fit ? allocate(total, small, rule) : BigAllocation.allocate(total, weights, rule);
    }

    private static void check(BigInteger[] weights) {
        boolean some = false;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i].signum() < 0) {
                throw negativeWeight(i);
            }
            some |= weights[i].signum() > 0;
        }
        if (!some) {
            throw noWeight();
        }
    }

    /**
     * Splits whole units of which there may be more than a {@code long} holds, such as the finest units of a quantity.
     *
     * @throws InvalidValueException {@code allocation.no-weight} or {@code allocation.negative-weight}
     */
    public static BigInteger[] allocate(BigInteger total, BigInteger[] weights, RemainderRule rule) {
        check(weights);
        return BigAllocation.allocate(total, weights, rule);
    }

    /**
     * Splits whole units of any number by fractions.
     *
     * @throws InvalidValueException {@code allocation.no-weight} or {@code allocation.negative-weight}
     */
    public static BigInteger[] allocate(BigInteger total, ImmutableList<Rational> weights, RemainderRule rule) {
        return allocate(total, whole(weights), rule);
    }

    /**
     * Splits by fractions.
     *
     * @throws InvalidValueException {@code allocation.no-weight} or {@code allocation.negative-weight}
     */
    public static long[] allocate(long total, ImmutableList<Rational> weights, RemainderRule rule) {
        return allocate(total, whole(weights), rule);
    }

    private static BigInteger[] whole(ImmutableList<Rational> weights) {
        BigInteger common = weights.injectInto(BigInteger.ONE, (so, weight) -> lcm(so, weight.denominator()));
        BigInteger[] whole = new BigInteger[weights.size()];
        weights.forEachWithIndex(
                (weight, i) -> whole[i] = weight.numerator().multiply(common.divide(weight.denominator())));
        return whole;
    }

    /**
     * Splits an amount into parts of whole minor units of its currency.
     *
     * @throws InvalidValueException {@code allocation.no-weight}, {@code allocation.negative-weight}, or
     *     {@code amount.too-many-decimals} when the total itself is no whole number of minor units
     */
    public static ImmutableList<MonetaryAmount> allocate(
            MonetaryAmount total, ImmutableList<BigDecimal> weights, RemainderRule rule) {
        CurrencyUnit currency = total.getCurrency();
        MutableList<MonetaryAmount> parts = Lists.mutable.empty();
        for (long part : allocate(Amounts.minor(total), weights.collect(Rational::of), rule)) {
            parts.add(Amounts.ofMinor(part, currency));
        }
        return parts.toImmutable();
    }

    /** All products of the total with a weight fit a long. */
    private static long[] allocateSmall(long total, long[] weights, long sum, RemainderRule rule) {
        long size = Math.abs(total);
        long[] parts = new long[weights.length];
        long[] rests = new long[weights.length];
        long left = size;
        for (int i = 0; i < weights.length; i++) {
            long share = size * weights[i];
            parts[i] = share / sum;
            rests[i] = share - parts[i] * sum;
            left -= parts[i];
        }
        if (left > 0) {
            if (rule == RemainderRule.LARGEST_REMAINDER) {
                grantToLargestRests(parts, rests, (int) left);
            } else if (rule == RemainderRule.IN_TURN) {
                grantInTurn(parts, weights, left);
            } else {
                parts[taker(weights, rule)] += left;
            }
        }
        if (total < 0) {
            for (int i = 0; i < parts.length; i++) {
                parts[i] = -parts[i];
            }
        }
        return parts;
    }

    /** One unit each to the {@code units} largest rests, of equal ones to the earlier. */
    private static void grantToLargestRests(long[] parts, long[] rests, int units) {
        long least = LargestRests.least(rests, units);
        int atLeast = units;
        for (long rest : rests) {
            atLeast -= rest > least ? 1 : 0;
        }
        for (int i = 0; i < parts.length; i++) {
            if (rests[i] > least) {
                parts[i]++;
            } else if (rests[i] == least && atLeast > 0) {
                parts[i]++;
                atLeast--;
            }
        }
    }

    /** One unit each; fewer are left than parts have a weight. */
    private static void grantInTurn(long[] parts, long[] weights, long units) {
        long left = units;
        for (int i = 0; left > 0; i++) {
            if (weights[i] > 0) {
                parts[i]++;
                left--;
            }
        }
    }

    private static int taker(long[] weights, RemainderRule rule) {
        int taker = -1;
        for (int i = 0; i < weights.length; i++) {
            boolean takes = weights[i] > 0
                    && (taker < 0
                            || rule == RemainderRule.LAST
                            || (rule == RemainderRule.LARGEST_WEIGHT && weights[i] > weights[taker]));
            taker = takes ? i : taker;
        }
        return taker;
    }

    private static BigInteger[] big(long[] weights) {
        return Arrays.stream(weights).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new);
    }

    private static BigInteger lcm(BigInteger a, BigInteger b) {
        return a.divide(a.gcd(b)).multiply(b);
    }

    private static InvalidValueException noWeight() {
        return new InvalidValueException(
                "Allocation", "weights", "allocation.no-weight", "must have at least one weight above zero");
    }

    private static InvalidValueException negativeWeight(int position) {
        return new InvalidValueException(
                "Allocation", "weights[" + position + "]", "allocation.negative-weight", "must not be below zero");
    }
}
