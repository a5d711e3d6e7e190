package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import dev.erpkit.hr.japan.internal.Table;
import dev.erpkit.hr.payroll.Rate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Total rates of social insurance by premium month; they change with the premium month of March, the child support levy begins
 * with that of April 2026. Health rates are those of Kyokai Kenpo by prefecture. Known are premium months from March 2024 to
 * February 2027; for later ones the rates are not published.
 */
public final class InsuranceRates {
    private static final Table HEALTH = Table.load(
            InsuranceRates.class,
            "health-rates.csv",
            "2104bf68e9a561e0564775a24fb6f98e6368cf82667288a257c9cb2bcbf8acf1");
    private static final Table OTHERS = Table.load(
            InsuranceRates.class, "rates.csv", "bc40742517d56905a3db42fc4a3497fded810d507e6f19b0870c982798737563");
    private static final YearMonth FIRST = YearMonth.of(2024, 3);
    private static final int YEARS = 3;
    private static final int FIRST_COLUMN = 2;
    private static final long UNIT = 10_000;

    private InsuranceRates() {}

    /**
     * Health insurance without care.
     *
     * @param prefecture the JIS code, 01 to 47
     * @return or {@code japan.prefecture-unknown}, {@code japan.not-covered}
     */
    public static Outcome<Rate> health(String prefecture, YearMonth month) {
        return HEALTH.rows()
                .detectOptional(row -> row.text(0).equals(prefecture))
                .map(row -> {
                    long year = Math.floorDiv(monthsSinceFirst(month), 12);
                    return year < 0 || year >= YEARS
                            ? Outcome.<Rate>refused(Refusals.notCovered("rate of health insurance", month))
                            : Outcome.accepted(new Rate(row.number(FIRST_COLUMN + (int) year), UNIT));
                })
                .orElseGet(() -> Outcome.refused(Refusals.prefecture(prefecture)));
    }

    /** The JIS code of a prefecture by its code or its Japanese name, such as 東京都 or 東京. */
    public static Optional<String> prefecture(String codeOrName) {
        return HEALTH.rows()
                .detectOptional(
                        row -> row.text(0).equals(codeOrName) || row.text(1).startsWith(codeOrName))
                .map(row -> row.text(0));
    }

    private static long monthsSinceFirst(YearMonth month) {
        return (month.getYear() - FIRST.getYear()) * 12L + month.getMonthValue() - FIRST.getMonthValue();
    }

    /** Health and care as the one rate at which both are rounded together; refusals as {@link #health}. */
    public static Outcome<Rate> healthWithCare(String prefecture, YearMonth month) {
        return health(prefecture, month)
                .then(health -> care(month).map(care -> new Rate(health.numerator() + care.numerator(), UNIT)));
    }

    /** Care insurance of those from 40 to 64, or {@code japan.not-covered}. */
    public static Outcome<Rate> care(YearMonth month) {
        return other("care", month);
    }

    /** Pension insurance, or {@code japan.not-covered}. */
    public static Outcome<Rate> pension(YearMonth month) {
        return other("pension", month);
    }

    /** The child support levy, nothing before April 2026; or {@code japan.not-covered}. */
    public static Outcome<Rate> support(YearMonth month) {
        return other("support", month);
    }

    /** The child contribution, which the employer bears alone; or {@code japan.not-covered}. */
    public static Outcome<Rate> childContribution(YearMonth month) {
        return other("child", month);
    }

    private static Outcome<Rate> other(String scheme, YearMonth month) {
        LocalDate day = month.atDay(1);
        return OTHERS.rows()
                .detectOptional(row -> row.text(0).equals(scheme)
                        && !day.isBefore(row.day(1))
                        && (row.text(2).isEmpty() || day.isBefore(row.day(2))))
                .map(row -> Outcome.accepted(new Rate(row.number(3), UNIT)))
                .orElseGet(() -> Outcome.refused(Refusals.notCovered("rate of " + scheme + " insurance", month)));
    }
}
