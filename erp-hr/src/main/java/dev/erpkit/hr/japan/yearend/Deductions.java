package dev.erpkit.hr.japan.yearend;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Yen;

/** The deductions of the year-end adjustment that depend on an income or a premium, in yen. */
public final class Deductions {
    private static final long[] OWN_INCOME = {9_000_000, 9_500_000, 10_000_000};
    private static final long EARTHQUAKE = 50_000;
    private static final long SPECIAL_SPOUSE = 1_330_000;

    private Deductions() {}

    /**
     * The basic deduction (Income Tax Act article 86, Special Measures Act article 41-16-2) by the total income.
     *
     * @return or {@code japan.not-covered}, {@code japan.below-zero}
     */
    public static Outcome<Long> basic(int year, long totalIncome) {
        return totalIncome < 0
                ? Outcome.refused(Refusals.belowZero("income"))
                : YearEndTables.covered(year)
                        .map(known -> YearEndTables.reformed(known)
                                ? YearEndTables.BASIC_2026.amount(totalIncome, 0)
                                : YearEndTables.BASIC_2025.amount(totalIncome, 0));
    }

    /**
     * The deduction for a spouse, ordinary or special (articles 83, 83-2), by the incomes of both.
     *
     * @param elderly whether the spouse is 70 or older, which the special deduction does not ask
     * @return or {@code japan.not-covered}, {@code japan.below-zero}
     */
    public static Outcome<Long> spouse(int year, long spouseIncome, boolean elderly, long ownIncome) {
        if (spouseIncome < 0 || ownIncome < 0) {
            return Outcome.refused(Refusals.belowZero("income"));
        }
        return YearEndTables.covered(year).map(known -> {
            int column = column(ownIncome);
            if (column == OWN_INCOME.length || spouseIncome > SPECIAL_SPOUSE) {
                return 0L;
            }
            boolean ordinary = spouseIncome <= YearEndTables.dependantLimit(known);
            if (!ordinary) {
                return YearEndTables.SPOUSE_SPECIAL.amount(spouseIncome, column);
            }
            return (elderly ? YearEndTables.SPOUSE_ELDERLY : YearEndTables.SPOUSE).amount(spouseIncome, column);
        });
    }

    private static int column(long ownIncome) {
        int column = 0;
        while (column < OWN_INCOME.length && ownIncome > OWN_INCOME[column]) {
            column++;
        }
        return column;
    }

    /**
     * The special deduction for a relative from 19 to 22 (article 84-2) whose income is above that of a dependant; 0 for one
     * who is a dependant, and from 1,230,001 on.
     *
     * @return or {@code japan.not-covered}, {@code japan.below-zero}
     */
    public static Outcome<Long> specifiedRelative(int year, long income) {
        return income < 0
                ? Outcome.refused(Refusals.belowZero("income"))
                : YearEndTables.covered(year)
                        .map(known -> income > YearEndTables.dependantLimit(known)
                                        && YearEndTables.SPECIFIED_RELATIVE.reach(income)
                                ? YearEndTables.SPECIFIED_RELATIVE.amount(income, 0)
                                : 0L);
    }

    /** Earthquake and old long-term insurance (article 77), at most 50,000 together; a fraction goes up. */
    public static long earthquake(long earthquake, long oldLongTerm) {
        return Math.min(EARTHQUAKE, Math.addExact(Math.min(EARTHQUAKE, earthquake), oldLongTerm(oldLongTerm)));
    }

    private static long oldLongTerm(long premium) {
        if (premium <= 10_000) {
            return premium;
        }
        return premium <= 20_000 ? Yen.ceil(premium, 1, 2) + 5_000 : 15_000;
    }

    /** The tax of a taxable income in whole 1,000 yen, without surtax (article 89, the quick table). */
    public static long tax(long taxable) {
        return Yen.floor(taxable, YearEndTables.QUICK.amount(taxable, 0), 100) - YearEndTables.QUICK.amount(taxable, 1);
    }
}
