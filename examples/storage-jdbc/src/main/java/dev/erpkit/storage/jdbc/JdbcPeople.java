package dev.erpkit.storage.jdbc;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.time.AttendanceChange;

/**
 * What is kept of people beside the books of a tenant, in the same unit of work.
 *
 * @param attendance who worked when
 * @param leave who was granted and took what
 * @param employment who has which contract
 * @param organisation units and positions
 * @param persons personal data
 */
public record JdbcPeople(
        FactLog<AttendanceChange> attendance,
        FactLog<LeaveChange> leave,
        FactLog<EmploymentChange> employment,
        FactLog<OrganisationChange> organisation,
        PersonStore persons) {

    /** People beside these stores. */
    public static JdbcPeople of(BooksStores stores) {
        JdbcUnitOfWork work = JdbcBooks.work(stores);
        return new JdbcPeople(
                new JdbcStreamLog<>(work, "ATTENDANCE", new AttendanceRows()),
                new JdbcStreamLog<>(work, "LEAVE", new LeaveRows()),
                new JdbcStreamLog<>(work, "EMPLOYMENT", new EmploymentRows()),
                new JdbcStreamLog<>(work, "ORGANISATION", new OrganisationRows()),
                new JdbcPersonStore(work));
    }
}
