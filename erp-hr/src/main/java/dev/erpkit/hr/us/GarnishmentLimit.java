package dev.erpkit.hr.us;

import dev.erpkit.core.money.RoundingPolicy;
import dev.erpkit.core.quantity.Rational;
import java.util.Arrays;

/**
 * What may be taken from disposable earnings of a pay period (15 USC 1673, 29 CFR 870.10). Disposable earnings are what is
 * left after deductions that the law requires. In cents; fractions are left to the employee.
 */
public final class GarnishmentLimit {
    /** 30 hours of the federal minimum wage of 7.25. */
    private static final long WEEKLY_FLOOR = 217_50;

    private static final RoundingPolicy DOWN = RoundingPolicy.parse("truncate:2");

    private static final long[] FLOORS = Arrays.stream(PayFrequency.values())
            .mapToLong(GarnishmentLimit::floorOf)
            .toArray();

    private GarnishmentLimit() {}

    /** The protected floor of a pay period: 217.50 a week, 435.00 in two, 471.25 in half a month, 942.50 a month. */
    @SuppressWarnings("EnumOrdinal") // of an array made from the same values
    public static long floor(PayFrequency frequency) {
        return FLOORS[frequency.ordinal()];
    }

    private static long floorOf(PayFrequency frequency) {
        Rational weeks = Rational.of(52, frequency.periods());
        return frequency == PayFrequency.DAILY
                ? WEEKLY_FLOOR / 5
                : DOWN.minor(weeks.longNumerator() * WEEKLY_FLOOR, weeks.longDenominator(), Fica.USD);
    }

    /** For ordinary creditors: a quarter, and no more than what lies above the floor. */
    public static long ordinary(long disposable, PayFrequency frequency) {
        long above = Math.max(0, disposable - floor(frequency));
        return Math.min(DOWN.share(Math.max(0, disposable), 1, 4, Fica.USD), above);
    }

    /**
     * For support of a spouse or child: 50 % of those who support another family, 60 % of others, 5 % more for arrears.
     *
     * @param supportsOthers whether the employee supports another spouse or child
     * @param arrears whether arrears are older than 12 weeks
     */
    public static long support(long disposable, boolean supportsOthers, boolean arrears) {
        int percent = (supportsOthers ? 50 : 60) + (arrears ? 5 : 0);
        return DOWN.share(Math.max(0, disposable), percent, 100, Fica.USD);
    }
}
