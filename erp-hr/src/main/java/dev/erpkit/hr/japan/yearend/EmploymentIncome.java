package dev.erpkit.hr.japan.yearend;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Yen;

/**
 * Pay of a year after the deduction for employment income (給与所得控除後の給与等の金額, Income Tax Act article 28 and appended
 * table 5) and the adjustment for those with children or disabled in the family.
 */
public final class EmploymentIncome {
    private static final long FIRST_CLASS = 1_000;
    private static final long CLASS = 4_000;
    private static final long FROM_3_6M = 3_600_000;
    private static final long FROM_6_6M = 6_600_000;
    private static final long FROM_8_5M = 8_500_000;
    private static final long TO_10M = 10_000_000;
    private static final long HIGHEST_DEDUCTION = 1_950_000;

    private EmploymentIncome() {}

    /**
     * The pay after the deduction. Below 6,600,000 the printed table has classes of 4,000 yen, computed from their lower edge;
     * from there on the fraction is dropped. Its first class ends 1,000 yen above the least deduction: below 741,000 yen
     * (651,000 in 2025) nothing is left.
     *
     * <p>Worked, 2026: 2,587,999 lies in the class of 2,584,000; 70 % of it less 80,000 is 1,728,800.
     *
     * @return or {@code japan.below-zero}, {@code japan.not-covered}
     */
    public static Outcome<Long> after(int year, long pay) {
        if (pay < 0) {
            return Outcome.refused(Refusals.belowZero("pay"));
        }
        return YearEndTables.covered(year).map(known -> YearEndTables.reformed(known) ? reformed(pay) : before(pay));
    }

    private static long before(long pay) {
        return pay < 1_900_000 ? lowest(pay, 650_000) : common(pay);
    }

    private static long reformed(long pay) {
        if (pay < 2_191_000) {
            return lowest(pay, 740_000);
        }
        if (pay < 2_193_000) {
            return 1_451_000;
        }
        if (pay < 2_196_000) {
            return 1_453_000;
        }
        return pay < 2_200_000 ? 1_456_000 : common(pay);
    }

    private static long lowest(long pay, long deduction) {
        return pay < deduction + FIRST_CLASS ? 0 : pay - deduction;
    }

    private static long common(long pay) {
        long edge = Yen.floorTo(pay, CLASS);
        if (pay < FROM_3_6M) {
            return Yen.floor(edge, 7, 10) - 80_000;
        }
        if (pay < FROM_6_6M) {
            return Yen.floor(edge, 8, 10) - 440_000;
        }
        return pay < FROM_8_5M ? Yen.floor(pay, 9, 10) - 1_100_000 : pay - HIGHEST_DEDUCTION;
    }

    /**
     * The adjustment deduction (所得金額調整控除, Special Measures Act article 41-3-11): a tenth of what the pay exceeds
     * 8,500,000 by, at most 150,000, any fraction up.
     */
    public static long adjustment(long pay) {
        return pay <= FROM_8_5M ? 0 : Yen.ceil(Math.min(pay, TO_10M) - FROM_8_5M, 1, 10);
    }
}
