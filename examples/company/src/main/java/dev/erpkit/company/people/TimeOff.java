package dev.erpkit.company.people;

import dev.erpkit.company.Chance;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.quantity.Rational;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.japan.leave.AnnualLeave;
import dev.erpkit.hr.japan.leave.AttendanceRate;
import dev.erpkit.hr.japan.leave.StatutoryGrant;
import dev.erpkit.hr.japan.leave.WorkPattern;
import dev.erpkit.hr.leave.LeaveChange.Adjusted;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveId;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeavePortion;
import dev.erpkit.hr.leave.LeaveRequest;
import java.time.LocalDate;
import java.util.function.Function;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.list.MutableList;

/** What leave people get by law, and on which days they take it: a pure function of calendar and seed. */
final class TimeOff {
    static final String ANNUAL = "annual";

    private static final int FIVE_DAY_WEEK = 5;

    private TimeOff() {}

    /**
     * The grants of a range of days.
     *
     * @param attendance in the time that counts for a grant
     */
    static ImmutableList<LeaveLot> grants(
            Employee employee, EmploymentTerms terms, DateRange range, Function<DateRange, AttendanceRate> attendance) {
        WorkPattern pattern = WorkPattern.weekly(terms.weeklyDays(), terms.weeklyHours());
        MutableList<LeaveLot> lots = Lists.mutable.empty();
        LocalDate before = employee.joined();
        for (int index = 0; before.isBefore(range.endExclusive()); index++) {
            LocalDate on = AnnualLeave.day(employee.joined(), index);
            if (range.contains(on)) {
                StatutoryGrant grant = AnnualLeave.grant(
                        employee.joined(), index, pattern, attendance.apply(DateRange.of(before, on)));
                grant.lot(LeaveId.of(employee.id() + "/" + on), ANNUAL).ifPresent(lots::add);
            }
            before = on;
        }
        return lots.toImmutable();
    }

    /**
     * What was taken of a lot before it was handed over: most of one that expires within the year, a little of the
     * last.
     */
    static Adjusted takenBefore(LeaveLot lot) {
        boolean old = lot.expiresOn().isBefore(PayCalendar.OPENING.plusYears(1));
        long days = lot.days().longNumerator();
        return new Adjusted(
                lot.id(), Rational.of(-Math.max(1, old ? days - 4 : days / 4)), "taken before it was handed over");
    }

    /** The day or half day that somebody takes off in a period, if any. */
    static ImmutableList<LeaveRequest> requests(Employee employee, EmploymentTerms terms, DateRange part) {
        ImmutableList<LocalDate> days =
                Timesheet.days(part, terms).reject(day -> day.isBefore(AnnualLeave.day(employee.joined(), 0)));
        String key = "leave" + employee.id() + part.endExclusive();
        boolean fullTime = terms.weeklyDays() == FIVE_DAY_WEEK;
        if (days.size() < FIVE_DAY_WEEK || Chance.between(0, fullTime ? 5 : 1, key) == 0) {
            return Lists.immutable.empty();
        }
        LocalDate day = days.get(Chance.between(0, days.size() - 1, key + "day"));
        boolean half = fullTime && Chance.between(0, 3, key + "half") == 0;
        return Lists.immutable.of(LeaveRequest.of(
                LeaveId.of(employee.id() + "/" + day), ANNUAL, half ? LeaveDay.half(day) : LeaveDay.full(day)));
    }

    /** The minutes of work that a day of leave stands for. */
    static long minutes(LeaveDay day, EmploymentTerms terms) {
        long minutes = Timesheet.dailyMinutes(terms);
        return day.portion() == LeavePortion.HALF ? minutes - minutes / 2 : minutes;
    }
}
