package dev.erpkit.accounting.asset;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Rates of declining methods that follow from other figures. Exact: no floating point. */
public final class DecliningRates {
    private DecliningRates() {}

    /**
     * The rate under which a cost comes down to a residual value in a number of periods: {@code 1 - (residual / cost) ^ (1 /
     * periods)}, half up. Worked: 10,000 down to 5,000 in 5 periods is 0.12945 to five decimals.
     *
     * @param residual above zero and below the cost: nothing comes down to zero by a rate
     * @param periods 1 to 1,200
     * @param decimals 1 to 9
     * @throws InvalidValueException {@code asset.rate}
     */
    public static BigDecimal fromResidual(BigDecimal cost, BigDecimal residual, int periods, int decimals) {
        boolean possible = residual.signum() > 0 && residual.compareTo(cost) < 0;
        if (!possible || periods < 1 || periods > 1200 || decimals < 1 || decimals > 9) {
            throw new InvalidValueException(
                    "DecliningRates",
                    "residual",
                    "asset.rate",
                    "a rate follows only from a residual above zero and below the cost, over 1 to 1200 periods");
        }
        // the largest of the numbers half a unit beside the results that leaves no less than the residual value
        BigDecimal half = BigDecimal.ONE.scaleByPowerOfTen(-decimals).divide(BigDecimal.valueOf(2));
        long low = 0;
        long high = BigDecimal.ONE.scaleByPowerOfTen(decimals).longValueExact();
        while (low < high) {
            long middle = (low + high + 1) >>> 1;
            BigDecimal left = BigDecimal.ONE
                    .subtract(BigDecimal.valueOf(middle, decimals))
                    .add(half);
            if (left.pow(periods).multiply(cost).compareTo(residual) >= 0) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return BigDecimal.valueOf(low, decimals);
    }

    /**
     * A multiple of straight line, such as 2 for double declining: {@code factor * 12 / months}.
     *
     * @throws InvalidValueException {@code asset.rate}
     */
    public static BigDecimal ofLife(BigDecimal factor, int months, int decimals, RoundingMode rounding) {
        if (factor.signum() <= 0 || months < 1) {
            throw new InvalidValueException("DecliningRates", "factor", "asset.rate", "must be above zero");
        }
        return factor.multiply(BigDecimal.valueOf(12)).divide(BigDecimal.valueOf(months), decimals, rounding);
    }
}
