package dev.erpkit.company.people;

import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.core.posting.IdempotencyKey;
import dev.erpkit.core.security.Actor;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.japan.labour.ClassifiedTime;
import dev.erpkit.hr.japan.labour.ClassifiedTime.Piece;
import dev.erpkit.hr.japan.labour.DayKind;
import dev.erpkit.hr.japan.labour.LabourTime;
import dev.erpkit.hr.japan.labour.WorkKind;
import dev.erpkit.hr.japan.labour.WorkRules;
import dev.erpkit.hr.japan.leave.AttendanceRate;
import dev.erpkit.hr.japan.payslip.WorkedTime;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveChange.Adjusted;
import dev.erpkit.hr.leave.LeaveChange.Taken;
import dev.erpkit.hr.leave.LeaveDay;
import dev.erpkit.hr.leave.LeaveLot;
import dev.erpkit.hr.leave.LeaveRequest;
import dev.erpkit.hr.leave.LeaveService;
import dev.erpkit.hr.leave.LotOrder;
import dev.erpkit.hr.time.AttendanceService;
import dev.erpkit.hr.time.AttendanceSheet;
import dev.erpkit.hr.time.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.eclipse.collections.api.list.ImmutableList;

/** Keeps attendance and leave of people, and says of what is kept what they are paid for. */
final class TimeOffice {
    static final ZoneId JAPAN = ZoneOffset.ofHours(9);
    private static final int MINUTE = 60;

    private final AttendanceService attendance;
    private final LeaveService leave;

    TimeOffice(PeopleStores stores, UnitOfWork unitOfWork, InstantSource clock) {
        this.attendance = new AttendanceService(stores.attendance(), unitOfWork, Roles.POLICY, clock);
        this.leave = new LeaveService(stores.leave(), LotOrder.EARLIEST_EXPIRY, unitOfWork, Roles.POLICY, clock);
    }

    /** Leave that is still valid when the books begin; all attendance before it was good. */
    void takeOver(Employee employee, EmploymentTerms terms) {
        LocalDate opening = PayCalendar.OPENING;
        DateRange valid = DateRange.ofClosed(opening.minusYears(2).plusDays(1), opening);
        TimeOff.grants(employee, terms, valid, days -> new AttendanceRate(1, 1)).forEach(lot -> {
            grant(employee, lot);
            Adjusted before = TimeOff.takenBefore(lot);
            leave.adjust(IdempotencyKey.of("LEAVE-BEFORE-" + lot.id()), before, employee.party(), Roles.PERSONNEL)
                    .orElseThrow();
        });
    }

    private void grant(Employee employee, LeaveLot lot) {
        leave.grant(IdempotencyKey.of("LEAVE-GRANT-" + lot.id()), lot, employee.party(), Roles.PERSONNEL)
                .orElseThrow();
    }

    /**
     * Takes in the time cards of a part of a period, grants the leave that falls due in it, and enters what is taken.
     */
    void keep(Employee employee, EmploymentTerms terms, DateRange part) {
        Actor self = Actor.of(employee.id());
        LeaveAccount before = leave(employee);
        ImmutableList<LeaveRequest> requests = TimeOff.requests(employee, terms, part)
                .select(request ->
                        before.balance(TimeOff.ANNUAL, request.days().getFirst().day())
                                        .remaining()
                                        .compareTo(request.total())
                                >= 0);
        Timesheet.cards(
                        employee,
                        terms,
                        part,
                        requests.flatCollect(LeaveRequest::days).toImmutableMap(LeaveDay::day, LeaveDay::portion))
                .forEach(card -> attendance
                        .record(IdempotencyKey.of("CARD-" + card.id()), card, employee.party(), self)
                        .orElseThrow());
        part.intersection(DateRange.from(PayCalendar.OPENING.plusDays(1)))
                .ifPresent(days -> TimeOff.grants(employee, terms, days, time -> rate(employee, terms, time))
                        .forEach(lot -> grant(employee, lot)));
        requests.forEach(
                request -> leave.take(IdempotencyKey.of("LEAVE-TAKE-" + request.id()), request, employee.party(), self)
                        .orElseThrow());
    }

    /** Of the scheduled days that are recorded here; a day of leave counts as attended (article 39 (10)). */
    private AttendanceRate rate(Employee employee, EmploymentTerms terms, DateRange days) {
        DateRange known = days.intersection(
                        DateRange.from(PayCalendar.period(PayCalendar.FIRST).startInclusive()))
                .orElseThrow();
        int scheduled = Timesheet.days(known, terms).size();
        int worked = attendance
                .sheet(employee.party())
                .begunIn(span(known))
                .collect(card -> card.span().startInclusive().atZone(JAPAN).toLocalDate())
                .distinct()
                .size();
        int off = leaveDays(employee, known).count(day -> day.days().isWhole());
        return new AttendanceRate(scheduled, Math.min(scheduled, worked + off));
    }

    private static TimeSpan span(DateRange days) {
        return TimeSpan.of(
                days.startInclusive().atStartOfDay(), days.endExclusive().atStartOfDay(), JAPAN);
    }

    /** What is recorded of a part of a period. */
    Worked worked(Employee employee, EmploymentTerms terms, DateRange part) {
        ClassifiedTime time = classified(employee, terms, part);
        int days = time.pieces().collect(Piece::day).distinct().size();
        long off = leaveDays(employee, part).sumOfLong(day -> TimeOff.minutes(day, terms));
        return new Worked(
                new WorkedTime(
                        days,
                        time.seconds() / MINUTE,
                        time.overtimeSeconds() / MINUTE,
                        time.seconds(WorkKind.STATUTORY_HOLIDAY) / MINUTE,
                        time.nightSeconds() / MINUTE),
                off);
    }

    /** The recorded time of a part of a period by its kinds; the week in which it begins is counted from its Sunday. */
    ClassifiedTime classified(Employee employee, EmploymentTerms terms, DateRange part) {
        AttendanceSheet sheet = attendance.sheet(employee.party());
        DateRange weeks = DateRange.of(part.startInclusive().minusDays(6), part.endExclusive());
        return LabourTime.classify(sheet.begunIn(span(weeks)), rules(terms), part);
    }

    private static WorkRules rules(EmploymentTerms terms) {
        return new WorkRules(
                JAPAN,
                Duration.ofMinutes(Timesheet.dailyMinutes(terms)),
                day -> kind(day, terms),
                DayOfWeek.SUNDAY,
                Duration.ofHours(40));
    }

    private static DayKind kind(LocalDate day, EmploymentTerms terms) {
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return DayKind.STATUTORY_HOLIDAY;
        }
        return Timesheet.works(day, terms) ? DayKind.WORKDAY : DayKind.REST_DAY;
    }

    /** The leave of somebody, as it is kept. */
    LeaveAccount leave(Employee employee) {
        return leave.account(employee.party());
    }

    private ImmutableList<LeaveDay> leaveDays(Employee employee, DateRange range) {
        return leave(employee)
                .takings(TimeOff.ANNUAL)
                .collect(Taken::request)
                .flatCollect(LeaveRequest::days)
                .select(day -> range.contains(day.day()));
    }
}
