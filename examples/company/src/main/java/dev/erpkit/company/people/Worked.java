package dev.erpkit.company.people;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.japan.payslip.WorkedTime;

/**
 * The time for which somebody is paid.
 *
 * @param time what was worked
 * @param leaveMinutes paid leave beside it
 */
record Worked(WorkedTime time, long leaveMinutes) {
    /** Where it is known from: a plan, or what was recorded. */
    interface Source {
        /** In the part of a period in which a contract with these terms held. */
        Worked of(Employee employee, EmploymentTerms terms, DateRange part);
    }

    long paidMinutes() {
        return time.minutes() + leaveMinutes;
    }
}
