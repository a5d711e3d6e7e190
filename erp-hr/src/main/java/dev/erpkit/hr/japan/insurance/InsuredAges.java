package dev.erpkit.hr.japan.insurance;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * Which insurances hold for somebody's age in a month, told by the birthday alone. An age is attained on the day
 * before the birthday (Act 50 of 1902): care is due from the month of the 40th to the month before the 65th; pension
 * until the month before the 70th; health until the month before the 75th birthday. Days count from 1970-01-01.
 */
public final class InsuredAges {
    private static final int CARE_FROM = 40;
    private static final int CARE_TO = 65;
    private static final int PENSION_TO = 70;
    private static final int HEALTH_TO = 75;

    private final long lastDay;
    private final long careFrom;
    private final long careTo;
    private final long pensionTo;
    private final long healthTo;

    private InsuredAges(YearMonth month) {
        LocalDate next = month.plusMonths(1).atDay(1);
        lastDay = next.toEpochDay() - 1;
        careFrom = next.minusYears(CARE_FROM).toEpochDay();
        careTo = next.minusYears(CARE_TO).toEpochDay();
        pensionTo = next.minusYears(PENSION_TO).toEpochDay();
        healthTo = month.atEndOfMonth().minusYears(HEALTH_TO).toEpochDay();
    }

    /** The ages of a month. */
    public static InsuredAges of(YearMonth month) {
        return new InsuredAges(month);
    }

    /** Whether somebody is born by the end of the month; the others are no question to ask. */
    public boolean born(long birthday) {
        return birthday <= lastDay;
    }

    /** Whether health insurance is due. */
    public boolean health(long birthday) {
        return birthday > healthTo;
    }

    /** Whether care insurance is due. */
    public boolean care(long birthday) {
        return birthday <= careFrom && birthday > careTo;
    }

    /** Whether pension insurance is due. */
    public boolean pension(long birthday) {
        return birthday > pensionTo;
    }
}
