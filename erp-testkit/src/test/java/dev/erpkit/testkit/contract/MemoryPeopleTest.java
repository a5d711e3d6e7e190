package dev.erpkit.testkit.contract;

import org.junit.jupiter.api.Nested;

/** The ports of people in memory pass their contracts. */
class MemoryPeopleTest {
    private static final PeopleHarness HARNESS = MemoryPeopleHarness.sound();

    @Nested
    class AttendanceLog extends AttendanceLogContract {
        @Override
        protected PeopleHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class LeaveLog extends LeaveLogContract {
        @Override
        protected PeopleHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class EmploymentLog extends EmploymentLogContract {
        @Override
        protected PeopleHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class OrganisationLog extends OrganisationLogContract {
        @Override
        protected PeopleHarness harness() {
            return HARNESS;
        }
    }

    @Nested
    class Persons extends PersonStoreContract {
        @Override
        protected PeopleHarness harness() {
            return HARNESS;
        }
    }
}
