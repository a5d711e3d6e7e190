package dev.erpkit.company.people;

import dev.erpkit.company.report.StaffReport;
import dev.erpkit.company.report.StaffReport.Leave;
import dev.erpkit.company.report.StaffReport.Lot;
import dev.erpkit.company.report.StaffReport.Place;
import dev.erpkit.company.report.StaffReport.Time;
import dev.erpkit.core.calendar.DateRange;
import dev.erpkit.hr.employment.EmploymentTerms;
import dev.erpkit.hr.employment.Organisation;
import dev.erpkit.hr.employment.OrganisationChange.PositionPlaced;
import dev.erpkit.hr.employment.PersonFile.Holding;
import dev.erpkit.hr.employment.PositionId;
import dev.erpkit.hr.japan.labour.ClassifiedTime;
import dev.erpkit.hr.japan.labour.ClassifiedTime.Piece;
import dev.erpkit.hr.japan.labour.WorkKind;
import dev.erpkit.hr.japan.leave.FiveDayDuty;
import dev.erpkit.hr.leave.LeaveAccount;
import dev.erpkit.hr.leave.LeaveLot;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.collections.api.factory.Lists;
import org.eclipse.collections.api.list.ImmutableList;

/** Reads organisation, time and leave from what is kept. */
final class StaffYear {
    private static final int MINUTE = 60;
    private static final LocalDate DAY = PayCalendar.LAST.atEndOfMonth();

    private final Personnel personnel;

    StaffYear(Personnel personnel) {
        this.personnel = personnel;
    }

    StaffReport report(YearMonth month) {
        return new StaffReport(
                DAY,
                places(),
                month,
                Lists.immutable.ofAll(Staff.ALL).flatCollect(employee -> times(employee, month)),
                Lists.immutable.ofAll(Staff.ALL).flatCollect(this::leaves));
    }

    private Optional<Holding> contract(Employee employee, LocalDate day) {
        return personnel.file(employee).contractsOn(day).getFirstOptional();
    }

    private ImmutableList<Place> places() {
        Map<PositionId, String> holders = new TreeMap<>();
        Staff.ALL.forEach(employee -> contract(employee, DAY)
                .map(Holding::terms)
                .flatMap(EmploymentTerms::position)
                .ifPresent(position -> holders.put(position, employee.id())));
        Organisation organisation = personnel.organisation();
        return organisation.positionsOn(DAY).collect(placed -> place(organisation, placed, holders));
    }

    private static Place place(Organisation organisation, PositionPlaced placed, Map<PositionId, String> holders) {
        return new Place(
                organisation.path(placed.unit(), DAY).toReversed().makeString("／"),
                placed.title(),
                placed.reportsTo()
                        .flatMap(manager -> organisation.position(manager, DAY))
                        .map(PositionPlaced::title)
                        .orElse(""),
                Optional.ofNullable(holders.get(placed.position())));
    }

    private ImmutableList<Time> times(Employee employee, YearMonth month) {
        DateRange period = PayCalendar.period(month);
        return contract(employee, period.lastDay())
                .map(contract -> Lists.immutable.of(time(
                        employee,
                        personnel
                                .time()
                                .classified(
                                        employee,
                                        contract.terms(),
                                        contract.validity().intersection(period).orElseThrow()))))
                .orElse(Lists.immutable.empty());
    }

    private static Time time(Employee employee, ClassifiedTime time) {
        return new Time(
                employee.id(),
                time.pieces().collect(Piece::day).distinct().size(),
                time.seconds(WorkKind.REGULAR) / MINUTE,
                time.seconds(WorkKind.WITHIN_LIMITS) / MINUTE,
                time.seconds(WorkKind.OVERTIME) / MINUTE,
                time.seconds(WorkKind.OVERTIME_BEYOND_60) / MINUTE,
                time.seconds(WorkKind.STATUTORY_HOLIDAY) / MINUTE,
                time.nightSeconds() / MINUTE);
    }

    private ImmutableList<Leave> leaves(Employee employee) {
        if (contract(employee, DAY).isEmpty()) {
            return Lists.immutable.empty();
        }
        LeaveAccount account = personnel.time().leave(employee);
        ImmutableList<LeaveLot> lots = account.lots(TimeOff.ANNUAL);
        ImmutableList<Lot> left = lots.select(
                        lot -> lot.validOn(DAY) && account.free(lot.id()).signum() > 0)
                .collect(lot -> new Lot(account.free(lot.id()), lot.expiresOn()));
        Optional<LeaveLot> last = lots.getLastOptional();
        return Lists.immutable.of(new Leave(
                employee.id(),
                account.balance(TimeOff.ANNUAL, DAY),
                left,
                last.flatMap(lot -> FiveDayDuty.of(lot.grantedOn(), lot.days(), account, TimeOff.ANNUAL))
                        .map(FiveDayDuty::taken)));
    }
}
