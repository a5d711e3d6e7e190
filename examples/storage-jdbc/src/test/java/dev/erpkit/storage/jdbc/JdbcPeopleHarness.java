package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.core.event.ErpEvent;
import dev.erpkit.core.event.Outbox;
import dev.erpkit.core.port.NumberSeries;
import dev.erpkit.core.port.UnitOfWork;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.time.AttendanceChange;
import dev.erpkit.testkit.contract.Capability;
import dev.erpkit.testkit.contract.PeopleHarness;
import javax.sql.DataSource;
import org.eclipse.collections.api.factory.Sets;
import org.eclipse.collections.api.list.ImmutableList;
import org.eclipse.collections.api.set.ImmutableSet;

/** People of one tenant in a database, read in pages of two rows. */
final class JdbcPeopleHarness implements PeopleHarness {
    private final DataSource dataSource;
    private final String tenant;
    private final BooksStores stores;
    private final JdbcPeople people;

    JdbcPeopleHarness(DataSource dataSource, String tenant) {
        this.dataSource = dataSource;
        this.tenant = tenant;
        this.stores = JdbcBooks.stores(dataSource, tenant, HostTransaction.none(), new Limits(2, 30));
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
    public UnitOfWork unitOfWork() {
        return stores.unitOfWork();
    }

    @Override
    public NumberSeries numberSeries() {
        return stores.numbers();
    }

    @Override
    public Outbox outbox() {
        return stores.outbox();
    }

    @Override
    public ImmutableList<ErpEvent> told() {
        return ((JdbcOutbox) stores.outbox()).told();
    }

    @Override
    public ImmutableSet<Capability> capabilities() {
        return Sets.immutable.of(Capability.values());
    }

    @Override
    public JdbcPeopleHarness otherTenant() {
        return new JdbcPeopleHarness(dataSource, tenant + "-other");
    }

    @Override
    public JdbcPeopleHarness reopened() {
        return new JdbcPeopleHarness(dataSource, tenant);
    }
}
