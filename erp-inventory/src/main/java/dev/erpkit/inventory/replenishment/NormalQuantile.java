package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * The quantile of the standard normal distribution in decimal arithmetic: how many standard deviations above the mean cover
 * a share of all cases. Newton's method on the power series of the distribution (Abramowitz and Stegun 26.2.10), with 60
 * digits, which leaves all ten decimals of the answer right.
 */
final class NormalQuantile {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** One divided by the square root of two pi. */
    private static final BigDecimal DENSITY_AT_ZERO =
            new BigDecimal("0.398942280401432677939946059934381868475858631164934657665926");

    private static final BigDecimal CLOSE = new BigDecimal("1E-30");
    private static final BigDecimal LEAST = new BigDecimal("0.000001");

    private NormalQuantile() {}

    /**
     * The quantile, to ten decimals.
     *
     * @param share from 0.000001 to 0.999999: {@code replenishment.service-level}
     */
    static BigDecimal of(BigDecimal share) {
        if (share.compareTo(LEAST) < 0 || share.compareTo(BigDecimal.ONE.subtract(LEAST)) > 0) {
            throw new InvalidValueException(
                    "SafetyStock", "serviceLevel", "replenishment.service-level", "must be from 0.000001 to 0.999999");
        }
        boolean lower = share.compareTo(HALF) < 0;
        BigDecimal upper = lower ? BigDecimal.ONE.subtract(share) : share;
        BigDecimal z = BigDecimal.ZERO;
        BigDecimal step;
        // the distribution is concave above zero, so each step stays at or below the root and they all ascend
        do {
            step = upper.subtract(distribution(z)).divide(density(z), DIGITS);
            z = z.add(step, DIGITS);
        } while (step.compareTo(CLOSE) > 0);
        BigDecimal rounded = z.setScale(10, RoundingMode.HALF_EVEN);
        return lower ? rounded.negate() : rounded;
    }

    /** A half and the alternating series of the density, integrated term by term. */
    private static BigDecimal distribution(BigDecimal z) {
        return HALF.add(DENSITY_AT_ZERO.multiply(series(z, true), DIGITS), DIGITS);
    }

    private static BigDecimal density(BigDecimal z) {
        return DENSITY_AT_ZERO.multiply(series(z, false), DIGITS);
    }

    /** The sum of (-z²/2)^k / k!, or of z (-z²/2)^k / (k! (2k+1)). */
    private static BigDecimal series(BigDecimal z, boolean integrated) {
        BigDecimal factor = z.multiply(z).multiply(HALF).negate();
        BigDecimal power = integrated ? z : BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 0; k == 0 || power.abs().compareTo(CLOSE.movePointLeft(20)) > 0; k++) {
            BigDecimal term = integrated ? power.divide(BigDecimal.valueOf(2L * k + 1), DIGITS) : power;
            sum = sum.add(term, DIGITS);
            power = power.multiply(factor, DIGITS).divide(BigDecimal.valueOf(k + 1L), DIGITS);
        }
        return sum;
    }
}
