package dev.erpkit.company.people;

import dev.erpkit.company.Chance;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.japan.payslip.WorkedTime;
import dev.erpkit.hr.leave.LeavePortion;
import dev.erpkit.hr.time.Attendance;
import dev.erpkit.hr.time.AttendanceId;
import dev.erpkit.hr.time.TimeSpan;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;
import org.eclipse.collections.api.map.ImmutableMap;

/**
 * The work of a period, a pure function of calendar and seed: scheduled days are worked unless they are taken off, and
 * some half hours more.
 */
final class Timesheet {
    /** Of whom is paid by the month: 20 days of 8 hours, as the work rules have it for every year. */
    static final int ANNUAL_HOURS = 1_920;

    private static final int MINUTES = 60;
    private static final int HALF_HOUR = 30;
    private static final int BREAK_BEYOND = 6 * MINUTES;
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final LocalTime NOON = LocalTime.of(12, 0);

    private Timesheet() {}

    /** Whether somebody with these terms works on a day: on all business days, or the first of the week. */
    static boolean works(LocalDate day, EmploymentTerms terms) {
        return PayCalendar.BANKS.isBusinessDay(day) && day.getDayOfWeek().getValue() <= terms.weeklyDays();
    }

    /** The days of a range on which somebody with these terms works. */
    static ImmutableList<LocalDate> days(DateRange range, EmploymentTerms terms) {
        MutableList<LocalDate> days = Lists.mutable.empty();
        for (LocalDate day = range.startInclusive(); day.isBefore(range.endExclusive()); day = day.plusDays(1)) {
            if (works(day, terms)) {
                days.add(day);
            }
        }
        return days.toImmutable();
    }

    /** The scheduled minutes of such a day. */
    static long dailyMinutes(EmploymentTerms terms) {
        return terms.weeklyHours()
                .multiply(Rational.of(MINUTES, terms.weeklyDays()))
                .longNumerator();
    }

    /** What somebody is to work in the part of a period in which the contract holds, nothing taken off. */
    static Worked planned(Employee employee, EmploymentTerms terms, DateRange part) {
        int days = days(part, terms).size();
        long overtime = overtime(employee, part);
        return new Worked(new WorkedTime(days, days * dailyMinutes(terms) + overtime, overtime, 0, 0), 0);
    }

    private static long overtime(Employee employee, DateRange part) {
        int most = employee.papers().overtimeHours() * MINUTES / HALF_HOUR;
        return (long) HALF_HOUR * Chance.between(most / 3, most, "overtime" + employee.id() + part.endExclusive());
    }

    /**
     * The time cards of that part: from nine on, with an hour at noon of a long day; overtime on days that are worked
     * whole.
     */
    static ImmutableList<Attendance> cards(
            Employee employee, EmploymentTerms terms, DateRange part, ImmutableMap<LocalDate, LeavePortion> leave) {
        ImmutableList<LocalDate> days = days(part, terms).reject(day -> leave.get(day) == LeavePortion.FULL);
        int whole = days.count(day -> !leave.containsKey(day));
        long overtime = overtime(employee, part);
        MutableList<Attendance> cards = Lists.mutable.empty();
        long before = 0;
        int at = 0;
        for (LocalDate day : days) {
            long minutes = dailyMinutes(terms);
            if (leave.containsKey(day)) {
                minutes /= 2;
            } else {
                long until = overtime / HALF_HOUR * ++at / whole * HALF_HOUR;
                minutes += until - before;
                before = until;
            }
            cards.add(card(employee, terms, day, minutes));
        }
        return cards.toImmutable();
    }

    private static Attendance card(Employee employee, EmploymentTerms terms, LocalDate day, long minutes) {
        LocalDateTime comes = day.atTime(OPENS);
        boolean rests = minutes > BREAK_BEYOND;
        LocalDateTime leaves = comes.plusMinutes(minutes + (rests ? MINUTES : 0));
        Attendance card = Attendance.of(
                AttendanceId.of(employee.id() + "/" + day),
                terms.worksite(),
                TimeSpan.of(comes, leaves, TimeOffice.JAPAN));
        LocalDateTime noon = day.atTime(NOON);
        return rests ? card.withBreak(TimeSpan.of(noon, noon.plusMinutes(MINUTES), TimeOffice.JAPAN)) : card;
    }
}
