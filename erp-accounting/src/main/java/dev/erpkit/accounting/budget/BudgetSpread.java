package dev.erpkit.accounting.budget;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.primitive.ImmutableLongList;

/**
 * Spreads the plan of a year over its periods; the parts sum to the year exactly. 50.00 in twelve equal parts is eight
 * times 4.17 and four times 4.16, never twelve times 4.16.
 */
public final class BudgetSpread {
    private BudgetSpread() {}

    /** Equal parts; units that are left go to the earlier periods. */
    public static ImmutableLongList equal(long totalMinor, int periods) {
        long[] weights = new long[periods];
        Arrays.fill(weights, 1);
        return spread(totalMinor, weights);
    }

    /** By seasonal weights, one for each period, such as last year's sales by month. */
    public static ImmutableLongList seasonal(long totalMinor, ImmutableList<BigDecimal> weights) {
        return LongLists.immutable.with(
                Allocator.allocate(totalMinor, weights.collect(Rational::of), RemainderRule.LARGEST_REMAINDER));
    }

    /** By the days of each period. */
    public static ImmutableLongList byDays(long totalMinor, ImmutableList<DateRange> periods) {
        long[] weights = new long[periods.size()];
        periods.forEachWithIndex((period, i) -> weights[i] = period.days());
        return spread(totalMinor, weights);
    }

    /**
     * Another year's figures times a factor. The year as a whole is rounded once and spread by the figures; where some of
     * them have the other sign, each is rounded by itself and the last one that is not zero takes the rest.
     *
     * @param figures of each period, such as last year's actual
     * @param factor such as 1.05 for 5 % more
     * @param rounding to whole minor units, such as {@code half-up:0}
     */
    public static ImmutableLongList copy(ImmutableLongList figures, BigDecimal factor, RoundingPolicy rounding) {
        long total = times(figures.injectInto(0L, Math::addExact), factor, rounding);
        boolean oneSign = figures.allSatisfy(f -> f >= 0) || figures.allSatisfy(f -> f <= 0);
        if (oneSign && total != 0) {
            BigInteger[] weights = Arrays.stream(figures.toArray())
                    .mapToObj(f -> BigInteger.valueOf(f).abs())
                    .toArray(BigInteger[]::new);
            return LongLists.immutable.with(Allocator.allocate(total, weights, RemainderRule.LARGEST_REMAINDER));
        }
        long[] parts = Arrays.stream(figures.toArray())
                .map(f -> times(f, factor, rounding))
                .toArray();
        long rest = total - Arrays.stream(parts).reduce(0L, Math::addExact);
        for (int i = parts.length - 1; i >= 0 && rest != 0; i--) {
            if (figures.get(i) != 0) {
                parts[i] = Math.addExact(parts[i], rest);
                rest = 0;
            }
        }
        return LongLists.immutable.with(parts);
    }

    private static long times(long minor, BigDecimal factor, RoundingPolicy rounding) {
        return rounding.round(BigDecimal.valueOf(minor).multiply(factor)).longValueExact();
    }

    private static ImmutableLongList spread(long totalMinor, long[] weights) {
        return LongLists.immutable.with(Allocator.allocate(totalMinor, weights, RemainderRule.LARGEST_REMAINDER));
    }
}
