package dev.erpkit.company.people;

import dev.erpkit.accounting.BooksStores;
import dev.erpkit.core.memory.MemoryUnitOfWork;
import dev.erpkit.hr.employment.EmploymentChange;
import dev.erpkit.hr.employment.OrganisationChange;
import dev.erpkit.hr.employment.memory.MemoryPersonStore;
import dev.erpkit.hr.employment.port.PersonStore;
import dev.erpkit.hr.fact.memory.MemoryFactLog;
import dev.erpkit.hr.fact.port.FactLog;
import dev.erpkit.hr.leave.LeaveChange;
import dev.erpkit.hr.run.memory.MemoryPayrollLog;
import dev.erpkit.hr.run.port.PayrollLog;
import dev.erpkit.hr.time.AttendanceChange;
import dev.erpkit.storage.jdbc.JdbcPayroll;
import dev.erpkit.storage.jdbc.JdbcPeople;

/**
 * What is kept of people, in the units of work of the books.
 *
 * @param persons personal data
 * @param employment who has which contract
 * @param organisation units and positions
 * @param attendance who worked when
 * @param leave who was granted and took what
 * @param payroll the runs with their payslips
 */
public record PeopleStores(
        PersonStore persons,
        FactLog<EmploymentChange> employment,
        FactLog<OrganisationChange> organisation,
        FactLog<AttendanceChange> attendance,
        FactLog<LeaveChange> leave,
        PayrollLog payroll) {
    /** In the database of the books. */
    public static PeopleStores beside(BooksStores books) {
        JdbcPeople people = JdbcPeople.of(books);
        return new PeopleStores(
                people.persons(),
                people.employment(),
                people.organisation(),
                people.attendance(),
                people.leave(),
                JdbcPayroll.log(books));
    }

    /** Empty ones in memory. */
    public static PeopleStores inMemory(MemoryUnitOfWork work) {
        return new PeopleStores(
                new MemoryPersonStore(work),
                new MemoryFactLog<>(work),
                new MemoryFactLog<>(work),
                new MemoryFactLog<>(work),
                new MemoryFactLog<>(work),
                new MemoryPayrollLog(work));
    }
}
