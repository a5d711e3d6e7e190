package dev.erpkit.testkit.contract;

import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.time.AttendanceChange;

/** How the kit reaches the ports of employment, time and leave under test. */
public interface PeopleHarness extends CoreHarness {
    /** The attendance of the tenant. */
    FactLog<AttendanceChange> attendance();

    /** The leave of the tenant. */
    FactLog<LeaveChange> leave();

    /** The contracts of the tenant. */
    FactLog<EmploymentChange> employment();

    /** The organisation of the tenant. */
    FactLog<OrganisationChange> organisation();

    /** The personal data of the tenant. */
    PersonStore persons();

    @Override
    PeopleHarness otherTenant();

    @Override
    PeopleHarness reopened();
}
