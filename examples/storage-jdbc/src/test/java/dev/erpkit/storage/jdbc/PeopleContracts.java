package dev.erpkit.storage.jdbc;

import dev.erpkit.testkit.contract.AttendanceLogContract;
import dev.erpkit.testkit.contract.EmploymentLogContract;
import dev.erpkit.testkit.contract.LeaveLogContract;
import dev.erpkit.testkit.contract.OrganisationLogContract;
import dev.erpkit.testkit.contract.PeopleHarness;
import dev.erpkit.testkit.contract.PersonStoreContract;
import javax.sql.DataSource;
import org.junit.jupiter.api.Nested;

/** The ports of people over one database. */
abstract class PeopleContracts {
    private final PeopleHarness harness;

    PeopleContracts(DataSource dataSource) {
        this.harness = new JdbcPeopleHarness(dataSource, "people");
    }

    @Nested
    class Attendance extends AttendanceLogContract {
        @Override
        protected PeopleHarness harness() {
            return harness;
        }
    }

    @Nested
    class Leave extends LeaveLogContract {
        @Override
        protected PeopleHarness harness() {
            return harness;
        }
    }

    @Nested
    class Employment extends EmploymentLogContract {
        @Override
        protected PeopleHarness harness() {
            return harness;
        }
    }

    @Nested
    class Organisation extends OrganisationLogContract {
        @Override
        protected PeopleHarness harness() {
            return harness;
        }
    }

    @Nested
    class Persons extends PersonStoreContract {
        @Override
        protected PeopleHarness harness() {
            return harness;
        }
    }
}
