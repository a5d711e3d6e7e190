package dev.erpkit.testkit.invariant;

import dev.erpkit.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What holds of allocation and rounding. */
public final class MoneyInvariants {
    private MoneyInvariants() {}

    /** Parts sum to the total, none has the other sign, and a weight of zero gets nothing: under every remainder rule. */
    public static ImmutableList<Finding> allocationIsExact(long total, long[] weights, long[] parts) {
        MutableList<Finding> found = Lists.mutable.empty();
        BigInteger whole = BigInteger.ZERO;
        for (int i = 0; i < weights.length; i++) {
            whole = whole.add(BigInteger.valueOf(parts[i]));
            boolean signed = parts[i] == 0 || Long.signum(parts[i]) == Long.signum(total);
            if (!signed || weights[i] == 0 && parts[i] != 0) {
                found.add(new Finding("allocation-exact", "part " + i, "is " + parts[i] + " of " + total));
            }
        }
        if (!whole.equals(BigInteger.valueOf(total))) {
            found.add(new Finding("allocation-exact", "sum", "is " + whole + ", not " + total));
        }
        return found.toImmutable();
    }

    /**
     * Each part lies less than one unit beside its exact share, and equal weights differ by one unit at most: under the
     * rule of the largest remainder.
     */
    public static ImmutableList<Finding> allocationIsFair(long total, long[] weights, long[] parts) {
        MutableList<Finding> found = Lists.mutable.empty();
        BigInteger weight = BigInteger.ZERO;
        for (long each : weights) {
            weight = weight.add(BigInteger.valueOf(each));
        }
        for (int i = 0; i < weights.length; i++) {
            BigInteger exactTimesWeight = BigInteger.valueOf(total).multiply(BigInteger.valueOf(weights[i]));
            BigInteger off = BigInteger.valueOf(parts[i]).multiply(weight).subtract(exactTimesWeight);
            if (off.abs().compareTo(weight) >= 0) {
                found.add(new Finding("allocation-fair", "part " + i, "is " + parts[i] + " of " + total));
            }
            for (int j = 0; j < i; j++) {
                if (weights[i] == weights[j] && Math.abs(parts[i] - parts[j]) > 1) {
                    found.add(
                            new Finding("allocation-fair", "parts " + j + " and " + i, "differ by more than one unit"));
                }
            }
        }
        return found.toImmutable();
    }

    /** Rounding twice is rounding once, and a greater number never rounds to a smaller one. */
    public static ImmutableList<Finding> roundingIsSound(RoundingPolicy policy, ImmutableList<BigDecimal> numbers) {
        MutableList<Finding> found = Lists.mutable.empty();
        ImmutableList<BigDecimal> sorted = numbers.toSortedList().toImmutable();
        for (int i = 0; i < sorted.size(); i++) {
            BigDecimal rounded = policy.round(sorted.get(i));
            if (policy.round(rounded).compareTo(rounded) != 0) {
                found.add(
                        new Finding("rounding-sound", sorted.get(i).toPlainString(), "rounds twice to another number"));
            }
            if (i > 0 && policy.round(sorted.get(i - 1)).compareTo(rounded) > 0) {
                found.add(
                        new Finding("rounding-sound", sorted.get(i).toPlainString(), "rounds below a smaller number"));
            }
        }
        return found.toImmutable();
    }

    /** What is rounded is a whole number of units. */
    public static ImmutableList<Finding> roundingFitsUnit(
            RoundingPolicy policy, BigDecimal unit, ImmutableList<BigDecimal> numbers) {
        return numbers.reject(n -> policy.round(n).remainder(unit).signum() == 0)
                .collect(n -> new Finding("rounding-fits-unit", n.toPlainString(), "is no multiple of " + unit));
    }

    /** A number and its opposite round to opposites: by the rules half up and half even, and by none that has a direction. */
    public static ImmutableList<Finding> roundingIsSymmetric(RoundingPolicy policy, ImmutableList<BigDecimal> numbers) {
        return numbers.reject(
                        n -> policy.round(n.negate()).compareTo(policy.round(n).negate()) == 0)
                .collect(n -> new Finding("rounding-symmetric", n.toPlainString(), "has another opposite"));
    }
}
