package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.factory.primitive.LongLists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** Shares a rounded total out over the exact figures that it is the sum of. */
record Spreading(RoundingPolicy rounding, RemainderRule remainder, CurrencyUnit currency) {
    /**
     * The total in parts by the exact figures. Where some are above and some below zero, those above share their own
     * rounded sum and those below share what is then missing, so that no part turns its sign.
     */
    long[] over(long total, ImmutableList<Rational> exact) {
        boolean above = exact.anySatisfy(figure -> figure.signum() > 0);
        boolean below = exact.anySatisfy(figure -> figure.signum() < 0);
        if (!above || !below) {
            return bySize(total, exact);
        }
        ImmutableList<Rational> gains = exact.collect(figure -> figure.signum() > 0 ? figure : Rational.ZERO);
        ImmutableList<Rational> losses = exact.collect(figure -> figure.signum() < 0 ? figure : Rational.ZERO);
        long gained = ExactTaxes.round(gains.injectInto(Rational.ZERO, Rational::add), rounding, currency);
        long[] parts = bySize(gained, gains);
        long[] lost = bySize(Math.subtractExact(total, gained), losses);
        for (int i = 0; i < parts.length; i++) {
            parts[i] += lost[i];
        }
        return parts;
    }

    /** The same for exact figures that are one share of whole numbers. */
    long[] over(long total, long[] whole, Rational share) {
        long least = 0;
        long most = 0;
        for (long figure : whole) {
            least = Math.min(least, figure);
            most = Math.max(most, figure);
        }
        if (share.isZero() || least == Long.MIN_VALUE || (least == 0 && most == 0)) {
            return over(total, LongLists.immutable.of(whole).collect(figure -> share.multiply(Rational.of(figure))));
        }
        if (least == 0 || most == 0) {
            return Allocator.allocate(total, sizes(whole, 0), remainder);
        }
        int sign = share.signum();
        Rational gains = share.multiply(Rational.of(sum(whole, sign)));
        long gained = ExactTaxes.round(gains, rounding, currency);
        long[] parts = Allocator.allocate(gained, sizes(whole, sign), remainder);
        long[] lost = Allocator.allocate(Math.subtractExact(total, gained), sizes(whole, -sign), remainder);
        for (int i = 0; i < parts.length; i++) {
            parts[i] += lost[i];
        }
        return parts;
    }

    private static long sum(long[] whole, int sign) {
        long sum = 0;
        for (long figure : whole) {
            sum = Long.signum(figure) == sign ? Math.addExact(sum, figure) : sum;
        }
        return sum;
    }

    /** The figures without their signs, those of the other sign as zero. */
    private static long[] sizes(long[] whole, int sign) {
        long[] sizes = new long[whole.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = sign == 0 || Long.signum(whole[i]) == sign ? Math.abs(whole[i]) : 0;
        }
        return sizes;
    }

    /** The total in parts by the size of the figures; by count where all are zero. */
    long[] bySize(long total, ImmutableList<Rational> exact) {
        ImmutableList<Rational> weights = exact.collect(Rational::abs);
        return Allocator.allocate(
                total, weights.allSatisfy(Rational::isZero) ? ones(exact.size()) : weights, remainder);
    }

    private static ImmutableList<Rational> ones(int count) {
        MutableList<Rational> ones = Lists.mutable.empty();
        for (int i = 0; i < count; i++) {
            ones.add(Rational.ONE);
        }
        return ones.toImmutable();
    }
}
