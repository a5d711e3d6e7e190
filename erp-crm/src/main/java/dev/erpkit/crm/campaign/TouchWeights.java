package dev.erpkit.crm.campaign;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.crm.campaign.TouchPath.Touch;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.eclipse.collections.api.list.ImmutableList;

/** How the touches of one path weigh against each other. */
final class TouchWeights {
    private static final MathContext PRECISE = new MathContext(45, RoundingMode.HALF_EVEN);
    private static final int DIGITS = 30;
    private static final BigDecimal LN_2 = new BigDecimal("0.693147180559945309417232121458176568075500134");

    private TouchWeights() {}

    static ImmutableList<Rational> of(AttributionModel model, ImmutableList<Touch> touches) {
        int last = touches.size() - 1;
        if (model instanceof AttributionModel.First) {
            return only(touches, 0);
        } else if (model instanceof AttributionModel.Last) {
            return only(touches, last);
        } else if (model instanceof AttributionModel.LastOther other) {
            int position = touches.detectLastIndex(touch -> !touch.channel().equals(other.ignored()));
            return only(touches, position < 0 ? last : position);
        } else if (model instanceof AttributionModel.TimeDecay decay) {
            return touches.collect(touch -> halved(touch.daysBefore().divide(decay.halfLifeDays())));
        } else if (model instanceof AttributionModel.Position position) {
            return position(position, touches);
        } else if (model instanceof AttributionModel.Shapley) {
            // evenly to the different channels, whichever of the touches of a channel gets it
            return touches.collectWithIndex((touch, i) ->
                    touches.detectIndex(t -> t.channel().equals(touch.channel())) == i ? Rational.ONE : Rational.ZERO);
        }
        return touches.collect(touch -> Rational.ONE);
    }

    private static ImmutableList<Rational> only(ImmutableList<Touch> touches, int position) {
        return touches.collectWithIndex((touch, i) -> i == position ? Rational.ONE : Rational.ZERO);
    }

    private static ImmutableList<Rational> position(AttributionModel.Position shares, ImmutableList<Touch> touches) {
        int last = touches.size() - 1;
        if (last == 0) {
            return only(touches, 0);
        }
        Rational rest = Rational.ONE.subtract(shares.first()).subtract(shares.last());
        Rational between = last == 1 ? Rational.ZERO : rest.divide(Rational.of(last - 1L));
        ImmutableList<Rational> weights =
                touches.collectWithIndex((touch, i) -> i == 0 ? shares.first() : i == last ? shares.last() : between);
        // three touches or more of which only those between count, where there is nothing between them
        return weights.allSatisfy(Rational::isZero) ? touches.collect(touch -> Rational.ONE) : weights;
    }

    /** Two to the power of minus a number: exact for a whole number, to thirty decimals otherwise. */
    private static Rational halved(Rational times) {
        BigInteger whole = times.numerator().divide(times.denominator());
        Rational rest = times.subtract(Rational.of(whole, BigInteger.ONE));
        // no touch that counts is thousands of half lives old
        Rational exact = Rational.of(
                BigInteger.ONE,
                BigInteger.ONE.shiftLeft(whole.min(BigInteger.valueOf(5_000)).intValue()));
        return rest.isZero() ? exact : exact.multiply(Rational.of(power(rest)));
    }

    /** exp(-rest ln 2) by its series. */
    private static BigDecimal power(Rational rest) {
        BigDecimal x = new BigDecimal(rest.numerator())
                .divide(new BigDecimal(rest.denominator()), PRECISE)
                .multiply(LN_2, PRECISE)
                .negate();
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int n = 1; n <= 40; n++) {
            term = term.multiply(x, PRECISE).divide(BigDecimal.valueOf(n), PRECISE);
            sum = sum.add(term, PRECISE);
        }
        return sum.setScale(DIGITS, RoundingMode.HALF_EVEN);
    }
}
