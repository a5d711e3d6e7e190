package dev.erpkit.crm.matching;

import dev.erpkit.core.quantity.Rational;
import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import org.eclipse.collections.api.list.ImmutableList;

/**
 * What it is worth that two records agree in a field: I. Fellegi, A. Sunter, A Theory for Record Linkage, Journal of the American
 * Statistical Association 64 (1969). Worked: a field that agrees in 90 % of true pairs and in 1 % of others weighs log2(0.9 /
 * 0.01) = 6.4919 bits when it agrees.
 */
public final class FellegiSunter {
    private static final MathContext PRECISE = new MathContext(40, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** How many steps of the logarithm: more than ten thousandths need, by far. */
    private static final int BITS = 60;

    /**
     * What was seen of one field.
     *
     * @param agrees whether the records agree in it
     * @param m how often records of one party agree, above 0 and below 1
     * @param u how often records of two parties agree, above 0 and below 1
     */
    public record Evidence(boolean agrees, Rational m, Rational u) {
        /** Checks both: {@code match.probability}. */
        public Evidence {
            if (!isProbability(m) || !isProbability(u)) {
                throw new InvalidValueException(
                        "Evidence", "m", "match.probability", "must be above 0 and below 1: nothing is certain");
            }
        }

        /** How many times more likely that is for one party than for two. */
        public Rational factor() {
            return agrees ? m.divide(u) : complement(m).divide(complement(u));
        }

        /** The weight in ten-thousandths of a bit, to the nearest, halves to even. */
        public long weight() {
            return log2(factor())
                    .movePointRight(4)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact();
        }
    }

    private FellegiSunter() {}

    /**
     * How likely two records are of one party.
     *
     * @param prior how likely that is before anything was compared, above 0 and below 1
     */
    public static Rational posterior(Rational prior, ImmutableList<Evidence> evidence) {
        if (!isProbability(prior)) {
            throw new InvalidValueException(
                    "FellegiSunter", "prior", "match.probability", "must be above 0 and below 1");
        }
        Rational odds =
                evidence.injectInto(prior.divide(complement(prior)), (so, field) -> so.multiply(field.factor()));
        return odds.divide(odds.add(Rational.ONE));
    }

    private static boolean isProbability(Rational p) {
        return p.signum() > 0 && p.compareTo(Rational.ONE) < 0;
    }

    private static Rational complement(Rational p) {
        return Rational.ONE.subtract(p);
    }

    /** By squaring: a bit of the logarithm is set when the square passes two. */
    private static BigDecimal log2(Rational number) {
        BigInteger n = number.numerator();
        BigInteger d = number.denominator();
        int whole = n.bitLength() - d.bitLength();
        BigDecimal rest = new BigDecimal(whole < 0 ? n.shiftLeft(-whole) : n)
                .divide(new BigDecimal(whole < 0 ? d : d.shiftLeft(whole)), PRECISE);
        if (rest.compareTo(BigDecimal.ONE) < 0) {
            whole--;
            rest = rest.multiply(TWO, PRECISE);
        }
        BigDecimal result = BigDecimal.valueOf(whole);
        BigDecimal bit = BigDecimal.ONE;
        for (int i = 0; i < BITS; i++) {
            bit = bit.divide(TWO, PRECISE);
            rest = rest.multiply(rest, PRECISE);
            if (rest.compareTo(TWO) >= 0) {
                rest = rest.divide(TWO, PRECISE);
                result = result.add(bit, PRECISE);
            }
        }
        return result;
    }
}
