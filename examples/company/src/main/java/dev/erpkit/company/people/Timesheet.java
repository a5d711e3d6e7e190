package dev.erpkit.company.people;

import dev.erpkit.company.Chance;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.japan.payslip.WorkedTime;
import java.time.LocalDate;

/** The work of a period, a pure function of calendar and seed: scheduled days are worked, and some half hours more. */
final class Timesheet {
    /** Of whom is paid by the month: 20 days of 8 hours, as the work rules have it for every year. */
    static final int ANNUAL_HOURS = 1_920;

    private static final int MINUTES = 60;
    private static final int HALF_HOUR = 30;

    private Timesheet() {}

    /** The days of a range on which somebody with these terms works: all business days, or the first of the week. */
    static int days(DateRange range, EmploymentTerms terms) {
        int days = 0;
        for (LocalDate day = range.startInclusive(); day.isBefore(range.endExclusive()); day = day.plusDays(1)) {
            if (PayCalendar.BANKS.isBusinessDay(day) && day.getDayOfWeek().getValue() <= terms.weeklyDays()) {
                days++;
            }
        }
        return days;
    }

    /** What somebody worked in the part of a period in which the contract held. */
    static WorkedTime of(Employee employee, EmploymentTerms terms, DateRange part) {
        int days = days(part, terms);
        long scheduled = terms.weeklyHours()
                .multiply(Rational.of(days * (long) MINUTES, terms.weeklyDays()))
                .longNumerator();
        int most = employee.papers().overtimeHours() * MINUTES / HALF_HOUR;
        long overtime =
                (long) HALF_HOUR * Chance.between(most / 3, most, "overtime" + employee.id() + part.endExclusive());
        return new WorkedTime(days, scheduled + overtime, overtime, 0, 0);
    }
}
