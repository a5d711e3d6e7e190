package dev.erpkit.hr.japan.retirement;

import java.time.LocalDate;
import java.time.Period;

/**
 * Years of service; a part of a year counts as a year (Income Tax Act Order article 69).
 *
 * @param years of service
 * @param overlapping whole years of it that an earlier retirement pay was already for, a part of a year left out
 */
public record ServiceYears(int years, int overlapping) {
    /** The years from joining to the last day, both included. */
    public static ServiceYears between(LocalDate joined, LocalDate lastDay) {
        Period served = Period.between(joined, lastDay.plusDays(1));
        boolean part = served.getMonths() > 0 || served.getDays() > 0;
        return new ServiceYears(served.getYears() + (part ? 1 : 0), 0);
    }
}
