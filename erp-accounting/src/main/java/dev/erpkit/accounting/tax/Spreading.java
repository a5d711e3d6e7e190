package dev.erpkit.accounting.tax;

import dev.erpkit.core.money.Allocator;
import dev.erpkit.core.money.RemainderRule;
import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import javax.money.CurrencyUnit;
import org.eclipse.collections.api.factory.Lists;
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
