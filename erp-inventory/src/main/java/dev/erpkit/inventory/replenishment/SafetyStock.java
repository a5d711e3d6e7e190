package dev.erpkit.inventory.replenishment;

import dev.erpkit.core.value.InvalidValueException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What is kept against surprises, and where that puts the reorder point; demand and lead time are taken to be normally
 * distributed and independent. Figures are decimals with six decimals, half up: they are estimates, and whoever orders rounds
 * them to what can be bought.
 */
public final class SafetyStock {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final int DECIMALS = 6;
    /** More digits or zeros are a slip of the pen, and would take seconds to write out. */
    private static final int MOST_DIGITS = 1000;

    private SafetyStock() {}

    /**
     * How many standard deviations cover a share of all cycles, to ten decimals: 1.6448536270 for 0.95.
     *
     * @param serviceLevel from 0.000001 to 0.999999: {@code replenishment.service-level}
     */
    public static BigDecimal factor(BigDecimal serviceLevel) {
        return NormalQuantile.of(serviceLevel);
    }

    /**
     * The safety stock that keeps a share of all cycles from running out: z √(L σd² + d² σL²).
     *
     * @param serviceLevel the share, from 0.000001 to 0.999999: {@code replenishment.service-level}
     * @param dailyDemand the mean demand of a day
     * @param demandDeviation the standard deviation of the demand of a day
     * @param leadDays the mean lead time in days
     * @param leadDeviation the standard deviation of the lead time in days
     * @throws InvalidValueException also {@code replenishment.negative} when a figure is below zero, {@code
     *     replenishment.digits} when it has more than 1000 digits or decimals
     */
    public static BigDecimal of(
            BigDecimal serviceLevel,
            BigDecimal dailyDemand,
            BigDecimal demandDeviation,
            BigDecimal leadDays,
            BigDecimal leadDeviation) {
        atLeastZero(dailyDemand, demandDeviation, leadDays, leadDeviation);
        BigDecimal variance =
                leadDays.multiply(demandDeviation.pow(2)).add(dailyDemand.pow(2).multiply(leadDeviation.pow(2)));
        return rounded(factor(serviceLevel).multiply(variance.sqrt(DIGITS)));
    }

    /**
     * The stock at which to order: what is used up until the order comes, and the safety stock.
     *
     * @throws InvalidValueException {@code replenishment.negative} and {@code replenishment.digits} as {@link #of}
     */
    public static BigDecimal reorderPoint(BigDecimal dailyDemand, BigDecimal leadDays, BigDecimal safetyStock) {
        atLeastZero(dailyDemand, leadDays, safetyStock);
        return rounded(dailyDemand.multiply(leadDays).add(safetyStock));
    }

    /**
     * The economic order quantity, √(2 D S / H), after Harris and Wilson.
     *
     * @param annualDemand what is used in a year
     * @param orderCost what an order costs
     * @param holdingCost what it costs to keep one for a year, above zero, in the same money
     * @throws InvalidValueException {@code replenishment.negative} and {@code replenishment.digits} as {@link #of}, the former
     *     also when the last figure is zero
     */
    public static BigDecimal economicQuantity(BigDecimal annualDemand, BigDecimal orderCost, BigDecimal holdingCost) {
        atLeastZero(annualDemand, orderCost, holdingCost);
        if (holdingCost.signum() == 0) {
            throw negative();
        }
        BigDecimal square = annualDemand.multiply(orderCost).multiply(BigDecimal.valueOf(2));
        return rounded(square.divide(holdingCost, DIGITS).sqrt(DIGITS));
    }

    private static BigDecimal rounded(BigDecimal figure) {
        return figure.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    private static void atLeastZero(BigDecimal... figures) {
        for (BigDecimal figure : figures) {
            if (figure.signum() < 0) {
                throw negative();
            }
            if (Math.abs((long) figure.scale()) > MOST_DIGITS || figure.precision() > MOST_DIGITS) {
                throw new InvalidValueException(
                        "SafetyStock", "figures", "replenishment.digits", "must have up to 1000 digits and decimals");
            }
        }
    }

    private static InvalidValueException negative() {
        return new InvalidValueException(
                "SafetyStock",
                "figures",
                "replenishment.negative",
                "must be zero or more, and above zero to divide by");
    }
}
