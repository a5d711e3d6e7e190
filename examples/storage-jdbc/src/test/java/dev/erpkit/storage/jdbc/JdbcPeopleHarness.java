package dev.erpkit.storage.jdbc;

import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.time.AttendanceChange;
import dev.erpkit.testkit.contract.PeopleHarness;
import javax.sql.DataSource;

/** People of one tenant in a database, read in pages of two rows. */
final class JdbcPeopleHarness extends JdbcTenant implements PeopleHarness {
    private final JdbcPeople people;

    JdbcPeopleHarness(DataSource dataSource, String tenant) {
        super(dataSource, tenant);
        this.people = JdbcPeople.of(stores);
    }

    @Override
    public FactLog<AttendanceChange> attendance() {
        return people.attendance();
    }

    @Override
    public FactLog<LeaveChange> leave() {
        return people.leave();
    }

    @Override
    public FactLog<EmploymentChange> employment() {
        return people.employment();
    }

    @Override
    public FactLog<OrganisationChange> organisation() {
        return people.organisation();
    }

    @Override
    public PersonStore persons() {
        return people.persons();
    }

    @Override
    public JdbcPeopleHarness otherTenant() {
        return new JdbcPeopleHarness(dataSource, other());
    }

    @Override
    public JdbcPeopleHarness reopened() {
        return new JdbcPeopleHarness(dataSource, tenant);
    }
}
