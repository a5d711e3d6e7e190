package dev.erpkit.hr.japan.insurance;

import dev.erpkit.core.outcome.Outcome;
import dev.erpkit.hr.japan.internal.Refusals;
import java.time.LocalDate;

/**
 * Whether somebody is insured for health and pension at all: with three quarters of the hours and the days of an ordinary
 * worker, or as a short-time insured of an employer of some size.
 *
 * @param hoursPerWeek scheduled, in hundredths
 * @param ordinaryHoursPerWeek of an ordinary worker, in hundredths
 * @param daysPerMonth scheduled
 * @param ordinaryDaysPerMonth of an ordinary worker
 * @param monthlyWage agreed, in yen
 * @param student whether a student of daytime courses
 * @param expectedMonths for which the employment is expected to last
 * @param headcount insured workers of the employer
 */
public record InsuredStatus(
        long hoursPerWeek,
        long ordinaryHoursPerWeek,
        int daysPerMonth,
        int ordinaryDaysPerMonth,
        long monthlyWage,
        boolean student,
        int expectedMonths,
        int headcount) {
    private static final long TWENTY_HOURS = 2_000;
    private static final long LEAST_WAGE = 88_000;
    private static final LocalDate WAGE_TEST_PLANNED_TO = LocalDate.of(2026, 10, 1);
    private static final int LEAST_MONTHS = 2;

    /**
     * Whether the person is insured on a day.
     *
     * @return or {@code japan.not-confirmed} where the wage test decides and its planned end in October 2026 is not confirmed,
     *     {@code japan.not-covered} before October 2024
     */
    public Outcome<Boolean> on(LocalDate day) {
        if (hoursPerWeek * 4 >= ordinaryHoursPerWeek * 3 && daysPerMonth * 4 >= ordinaryDaysPerMonth * 3) {
            return Outcome.accepted(true);
        }
        if (day.isBefore(LocalDate.of(2024, 10, 1))) {
            return Outcome.refused(Refusals.notCovered("test of short-time insured", day));
        }
        boolean others = hoursPerWeek >= TWENTY_HOURS
                && !student
                && expectedMonths > LEAST_MONTHS
                && headcount >= leastHeadcount(day);
        if (others && monthlyWage < LEAST_WAGE && !day.isBefore(WAGE_TEST_PLANNED_TO)) {
            return Outcome.refused(Refusals.notConfirmed("end of the wage test of 88000 yen from 2026-10"));
        }
        return Outcome.accepted(others && monthlyWage >= LEAST_WAGE);
    }

    /** From how many insured workers on an employer insures short-time workers. */
    static int leastHeadcount(LocalDate day) {
        if (day.isBefore(LocalDate.of(2027, 10, 1))) {
            return 51;
        }
        if (day.isBefore(LocalDate.of(2029, 10, 1))) {
            return 36;
        }
        return day.isBefore(LocalDate.of(2032, 10, 1)) ? 21 : 11;
    }

    /** Without the wage. */
    @Override
    public String toString() {
        return "InsuredStatus";
    }
}
